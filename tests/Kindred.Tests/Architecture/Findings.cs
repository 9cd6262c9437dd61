using Xunit;

namespace Kindred.Tests.Architecture;

/// <summary>Says all that was found, in full: an architecture test that shows the first few of many is no help.</summary>
internal static class Findings
{
    public static void AreNone(IEnumerable<string> found)
    {
        var all = found.ToArray();
        Assert.True(all.Length == 0, $"{all.Length} found:\n{string.Join('\n', all)}");
    }
}
