// Decides the requests of an input with @cloud-copilot/iam-simulate, its policies prepared before, and prints JSON.
// usage: node peer.mjs NODE_MODULES INPUT.json SECONDS   (seconds of the processor's time)
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const [modules, file, seconds] = process.argv.slice(2)
const load = (path) => import(pathToFileURL(resolve(modules, '@cloud-copilot', path)).href)
const [{ loadPolicy }, { authorize }, { AwsRequestImpl }, { RequestContextImpl }, constraints] = await Promise.all([
  load('iam-policy/dist/esm/index.js'),
  load('iam-simulate/dist/esm/core_engine/CoreSimulatorEngine.js'),
  load('iam-simulate/dist/esm/request/request.js'),
  load('iam-simulate/dist/esm/requestContext.js'),
  load('iam-simulate/dist/esm/context_keys/discoveryContextKeyConstraints.js')
])

const input = JSON.parse(readFileSync(file, 'utf8'))
const named = (documents, name) => documents.map((d, i) => loadPolicy(d, { name: name + i }))
const optional = (document, name) => (document ? loadPolicy(document, { name }) : undefined)
const everything = { Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' }
const awsOwn = { Version: '2012-10-17', Statement: [everything] }
const policies = {
  identityPolicies: named(input.identityPolicies, 'identity'),
  resourcePolicy: optional(input.resourcePolicy, 'resource'),
  permissionBoundaries: input.permissionBoundary ? named([input.permissionBoundary], 'boundary') : undefined,
  sessionPolicy: optional(input.sessionPolicy, 'session'),
  serviceControlPolicies: input.scps.map((level) => ({ orgIdentifier: level.id, policies: named(level.policies, 'scp') })),
  resourceControlPolicies: input.rcps.map((level) => ({
    orgIdentifier: level.id,
    policies: named([awsOwn, ...level.policies], 'rcp')
  })),
  vpcEndpointPolicies: undefined,
  simulationParameters: {
    simulationMode: 'Strict',
    discoveryContextKeyConstraints: new constraints.DiscoveryContextKeyConstraints([])
  }
}

let next = 0
function decide() {
  const asked = input.requests[next++ % input.requests.length]
  const resource = { resource: asked.resource, accountId: asked.resourceAccount }
  const request = new AwsRequestImpl(asked.principal, resource, asked.action, new RequestContextImpl(asked.context))
  const { result } = authorize({ request, ...policies })
  if (result !== asked.expected) throw new Error(`${result} on ${JSON.stringify(asked)}`)
}

const cpu = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1e6 }
for (let i = 0; i < input.requests.length; i++) decide()
for (const warm = cpu() + 2; cpu() < warm; ) decide()

const times = []
const from = { cpu: cpu(), wall: performance.now() }
while (cpu() - from.cpu < Number(seconds)) {
  for (let i = 0; i < 10; i++) { const t = performance.now(); decide(); times.push(performance.now() - t) }
}
const used = { cpu: cpu() - from.cpu, wall: (performance.now() - from.wall) / 1e3 }
times.sort((a, b) => a - b)
console.log(JSON.stringify({
  perCpuSecond: times.length / used.cpu,
  perSecond: times.length / used.wall,
  p99: times[Math.floor(times.length * 0.99)] * 1e3
}))
