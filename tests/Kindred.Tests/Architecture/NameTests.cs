using System.Reflection;
using Xunit;

namespace Kindred.Tests.Architecture;

/// <summary>Words that say nothing are not used in the names of types.</summary>
public sealed class NameTests
{
    private static readonly string[] Endings = ["Helper", "Helpers", "Manager", "Util", "Utils", "Utility", "Utilities", "Processor", "Service", "Info"];
    private static readonly string[] Assemblies = ["Kindred.Statistics", "Kindred.Core", "Kindred.Files", "Kindred.Reports", "Kindred.Sample", "Kindred.Storage", "kindred"];

    [Fact]
    public void Types_OfTheProduct_HaveNoEmptyWordInTheirName() =>
        Assert.DoesNotContain(Assemblies.Select(Assembly.Load).SelectMany(assembly => assembly.GetTypes()).Where(type => type.Namespace?.StartsWith("Kindred", StringComparison.Ordinal) == true).Select(type => type.Name), IsEmptyWord);

    [Theory]
    [InlineData("PatternHelper", true)]
    [InlineData("ImportManager", true)]
    [InlineData("DealInfo", true)]
    [InlineData("CountMarket", false)]
    public void IsEmptyWord_OfAName_Tells(string name, bool expected) => Assert.Equal(expected, IsEmptyWord(name));

    private static bool IsEmptyWord(string name) => Endings.Any(ending => name.EndsWith(ending, StringComparison.Ordinal));
}
