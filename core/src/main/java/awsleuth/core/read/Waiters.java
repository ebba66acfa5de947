package awsleuth.core.read;

/** The operations that waiters poll with. */
final class Waiters {

  private Waiters() {}

  /** The operation of a waiter (botocore's waiters-2.json); empty for a waiter not known here. */
  static String operation(String waiter) {
    return switch (waiter) {
      case "BucketExists", "BucketNotExists" -> "HeadBucket";
      case "ObjectExists", "ObjectNotExists" -> "HeadObject";
      case "InstanceExists", "InstanceRunning", "InstanceStopped", "InstanceTerminated" ->
          "DescribeInstances";
      case "InstanceStatusOk", "SystemStatusOk" -> "DescribeInstanceStatus";
      case "ImageAvailable", "ImageExists" -> "DescribeImages";
      case "SnapshotCompleted" -> "DescribeSnapshots";
      case "VolumeAvailable", "VolumeDeleted", "VolumeInUse" -> "DescribeVolumes";
      case "VpcAvailable", "VpcExists" -> "DescribeVpcs";
      case "NatGatewayAvailable", "NatGatewayDeleted" -> "DescribeNatGateways";
      case "StackCreateComplete",
          "StackDeleteComplete",
          "StackExists",
          "StackImportComplete",
          "StackRollbackComplete",
          "StackUpdateComplete" ->
          "DescribeStacks";
      case "ChangeSetCreateComplete" -> "DescribeChangeSet";
      case "TableExists", "TableNotExists" -> "DescribeTable";
      case "ServicesStable", "ServicesInactive" -> "DescribeServices";
      case "TasksRunning", "TasksStopped" -> "DescribeTasks";
      case "ClusterActive", "ClusterDeleted" -> "DescribeCluster";
      case "ClusterRunning", "ClusterTerminated" -> "DescribeCluster";
      case "StepComplete" -> "DescribeStep";
      case "NodegroupActive", "NodegroupDeleted" -> "DescribeNodegroup";
      case "FunctionActive", "FunctionUpdated" -> "GetFunctionConfiguration";
      case "FunctionActiveV2", "FunctionUpdatedV2", "FunctionExists" -> "GetFunction";
      case "DBInstanceAvailable", "DBInstanceDeleted" -> "DescribeDBInstances";
      case "DBClusterAvailable", "DBClusterDeleted" -> "DescribeDBClusters";
      case "DBSnapshotAvailable", "DBSnapshotDeleted", "DBSnapshotCompleted" ->
          "DescribeDBSnapshots";
      case "CommandExecuted" -> "GetCommandInvocation";
      case "RoleExists" -> "GetRole";
      case "UserExists" -> "GetUser";
      case "PolicyExists" -> "GetPolicy";
      case "InstanceProfileExists" -> "GetInstanceProfile";
      case "CertificateValidated" -> "DescribeCertificate";
      case "DistributionDeployed" -> "GetDistribution";
      case "InvalidationCompleted" -> "GetInvalidation";
      case "ResourceRecordSetsChanged" -> "GetChange";
      case "StreamExists", "StreamNotExists" -> "DescribeStream";
      case "LoadBalancerAvailable", "LoadBalancerExists", "LoadBalancersDeleted" ->
          "DescribeLoadBalancers";
      case "TargetInService", "TargetDeregistered" -> "DescribeTargetHealth";
      default -> "";
    };
  }
}
