import sys
sys.path[:] = [folder for folder in sys.path if folder]
import ssl
def say(name, value):
    print(name + "\t" + str(value).replace("\n", " "))
say("executable", sys.executable)
say("python", "%d.%d.%d" % sys.version_info[:3])
say("openssl", ssl.OPENSSL_VERSION)
import botocore, boto3
say("boto3", boto3.__version__)
say("botocore", botocore.__version__)
say("folder", botocore.__path__[0])
import urllib3
say("urllib3", urllib3.__version__)
import botocore.httpsession
say("bundle", botocore.httpsession.where())
try:
    import awscrt
    say("awscrt", awscrt.__version__)
except ImportError:
    pass
try:
    import importlib.metadata as installed
    try:
        from packaging.requirements import Requirement
    except ImportError:
        from pip._vendor.packaging.requirements import Requirement
    for name in ("boto3", "botocore", "s3transfer", "awscli", "aiobotocore"):
        try:
            lines = installed.requires(name) or []
        except installed.PackageNotFoundError:
            continue
        for line in lines:
            wanted = Requirement(line)
            if wanted.marker is not None and not wanted.marker.evaluate({"extra": ""}):
                continue
            try:
                version = installed.version(wanted.name)
            except installed.PackageNotFoundError:
                continue
            if not wanted.specifier.contains(version, prereleases=True):
                say("unmet", "%s %s requires %s%s, but you have %s %s which is incompatible." % (
                    name, installed.version(name), wanted.name, wanted.specifier, wanted.name, version))
except Exception:
    pass
