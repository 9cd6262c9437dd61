// Planted violations: what the module test must report. Each way of knowing a module has its own type; none of them is used by a test otherwise.
namespace Kindred.Tests.Architecture.Planted.Secrets
{
    public class Secret
    {
        public static int Count => 1;
    }

    public sealed class SecretAttribute : Attribute;
}

namespace Kindred.Tests.Architecture.Planted.Honest
{
    public sealed class KnowsNothing
    {
        public static int One => 1;
    }
}

namespace Kindred.Tests.Architecture.Planted.Nosy
{
    public sealed class ByField
    {
        internal readonly Secrets.Secret? Kept = null;
    }

    public sealed class BySignature
    {
        public static void Take(IEnumerable<Secrets.Secret[]> secrets) => ArgumentNullException.ThrowIfNull(secrets);
    }

    public sealed class ByBody
    {
        public static int Read() => Secrets.Secret.Count;
    }

    public sealed class ByClosure
    {
        public static Func<int> Later(int start) => () => start + Secrets.Secret.Count;
    }

    public sealed class ByCast
    {
        public static bool Looks(object value) => value is Secrets.Secret;
    }

    public sealed class ByConstraint<T>
        where T : Secrets.Secret;

    [Secrets.Secret]
    public sealed class ByAttribute;
}
