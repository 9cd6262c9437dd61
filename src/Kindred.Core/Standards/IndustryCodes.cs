using Kindred.Core.Basics;

namespace Kindred.Core.Standards;

/// <summary>The official lists NAICS 2022 and KSIC 11, read on first use.</summary>
public static class IndustryCodes
{
    private static readonly Lazy<Dictionary<string, IndustryCode>> LazyNaics = new(() => ReferenceFile.Rows("naics-2022.csv")
        .ToDictionary(row => row[0], row => new IndustryCode(IndustrySystem.Naics2022, row[0], Wording.Same(row[1])), StringComparer.Ordinal));

    private static readonly Lazy<Dictionary<string, IndustryCode>> LazyKsic = new(() => ReferenceFile.Rows("ksic-11.csv")
        .ToDictionary(row => row[0], row => new IndustryCode(IndustrySystem.Ksic11, row[0], new Wording(row[1], row[2])), StringComparer.Ordinal));

    /// <summary>All entries of a classification, in official order.</summary>
    public static IReadOnlyCollection<IndustryCode> All(IndustrySystem system) => Of(system).Values;

    /// <summary>The entry of a code, or null. A NAICS sector inside a range is found by the range: 32 gives 31-33.</summary>
    public static IndustryCode? Find(IndustrySystem system, string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        var key = system == IndustrySystem.Naics2022 ? code switch
        {
            "31" or "32" or "33" => "31-33",
            "44" or "45" => "44-45",
            "48" or "49" => "48-49",
            _ => code,
        }
        : code;
        return Of(system).GetValueOrDefault(key);
    }

    /// <summary>The NAICS sector (2 digits or range) or KSIC division a code belongs to.</summary>
    public static IndustryCode? Top(IndustrySystem system, string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return code.Length < 2 || code.Contains('-', StringComparison.Ordinal) ? Find(system, code) : Find(system, code[..2]);
    }

    private static Dictionary<string, IndustryCode> Of(IndustrySystem system) => system == IndustrySystem.Naics2022 ? LazyNaics.Value : LazyKsic.Value;
}
