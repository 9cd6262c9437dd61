using System.Reflection;
using System.Xml.Linq;
using Kindred.Core.Basics;
using Xunit;

namespace Kindred.Tests.Architecture;

/// <summary>Public types of Core say what they are; public records say what each of their parts is.</summary>
public sealed class DocumentationTests
{
    private static readonly Assembly Core = typeof(Result).Assembly;
    private static readonly Dictionary<string, XElement> Comments = XDocument.Load(Path.Combine(AppContext.BaseDirectory, "Kindred.Core.xml"))
        .Descendants("member").ToDictionary(member => member.Attribute("name")!.Value, StringComparer.Ordinal);

    [Fact]
    public void PublicTypes_OfCore_SayWhatTheyAre()
    {
        var types = Core.GetExportedTypes();
        Assert.True(types.Length > 100, "Core was not read.");
        Findings.AreNone(types.Where(type => !Says("T:" + Id(type))).Select(Id));
    }

    [Fact]
    public void PublicRecords_OfCore_SayWhatEachPartIs()
    {
        var missing = Core.GetExportedTypes().Where(IsRecord).SelectMany(type => Parts(type).Where(part => !SaysPart(type, part)).Select(part => $"{Id(type)}.{part}"));
        Findings.AreNone(missing);
    }

    [Fact]
    public void EnumValues_OfCore_SayWhatTheyMean()
    {
        var missing = Core.GetExportedTypes().Where(type => type.IsEnum).SelectMany(type => Enum.GetNames(type).Where(name => !Says($"F:{Id(type)}.{name}")).Select(name => $"{Id(type)}.{name}"));
        Findings.AreNone(missing);
    }

    [Fact]
    public void Says_OfAnUndocumentedType_IsFalse() => Assert.False(Says("T:Kindred.Core.Basics.NoSuchType"));

    /// <summary>Public properties written in the record itself (EqualityContract is protected).</summary>
    private static IEnumerable<string> Parts(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(property => property.GetIndexParameters().Length == 0).Select(property => property.Name);

    private static bool SaysPart(Type type, string part) =>
        Says($"P:{Id(type)}.{part}") || (Comments.TryGetValue("T:" + Id(type), out var member) && member.Elements("param").Any(param => param.Attribute("name")!.Value == part && param.Value.Trim().Length > 0));

    private static bool Says(string id) => Comments.TryGetValue(id, out var member) && (member.Element("inheritdoc") is not null || member.Element("summary")?.Value.Trim().Length > 0);

    private static bool IsRecord(Type type) => type.GetMethod("<Clone>$") is not null || (type.IsValueType && type.GetMethod("PrintMembers", BindingFlags.NonPublic | BindingFlags.Instance) is not null);

    private static string Id(Type type) => type.FullName!.Replace('+', '.');
}
