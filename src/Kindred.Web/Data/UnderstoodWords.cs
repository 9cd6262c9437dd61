using System.Runtime.CompilerServices;
using Kindred.Core.Accounts;
using Kindred.Core.Basics;
using Kindred.Core.Standards;
using Kindred.Product;

namespace Kindred.Web.Data;

/// <summary>A word of the files and what it was taken for.</summary>
/// <param name="Text">As written.</param>
/// <param name="Count">How often.</param>
/// <param name="Meaning">What it means; null when it is not understood.</param>
/// <param name="Confidence">0–1; null when it is not understood.</param>
public sealed record UnderstoodWord(string Text, int Count, Wording? Meaning, double? Confidence);

/// <summary>Industries of the files by the words they were written in. Counted once a reading.</summary>
/// <param name="Industries">Not understood first, then by how often.</param>
/// <param name="Companies">Companies whose industry is written.</param>
/// <param name="Understood">How many of them are understood.</param>
public sealed record UnderstoodWords(IReadOnlyList<UnderstoodWord> Industries, int Companies, int Understood)
{
    private static readonly ConditionalWeakTable<AccountFacts, UnderstoodWords> Kept = [];

    /// <summary>Of a reading; nothing where nothing is imported.</summary>
    public static UnderstoodWords Of(WorkspaceSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return snapshot.Facts is { } facts ? Kept.GetValue(facts, Count) : new UnderstoodWords([], 0, 0);
    }

    private static UnderstoodWords Count(AccountFacts facts)
    {
        var words = facts.Companies.Where(company => company.IndustryText is { Length: > 0 }).GroupBy(company => company.IndustryText!, StringComparer.Ordinal)
            .Select(same => new UnderstoodWord(same.Key, same.Count(), same.First().Industry is { } industry ? Meaning(industry) : null, same.First().Industry?.Confidence))
            .OrderBy(word => word.Meaning is not null).ThenByDescending(word => word.Count).ThenBy(word => word.Text, StringComparer.Ordinal).ToArray();
        return new UnderstoodWords(words, words.Sum(word => word.Count), words.Where(word => word.Meaning is not null).Sum(word => word.Count));
    }

    private static Wording Meaning(IndustryMatch industry)
    {
        var codes = (industry.Ksic is { } ksic ? " · KSIC " + ksic.Code : "") + (industry.Naics is { } naics ? " · NAICS " + naics.Code : "");
        return new Wording(industry.Sector.Label.Ko + codes, industry.Sector.Label.En + codes);
    }
}
