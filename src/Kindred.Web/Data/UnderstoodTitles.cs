using System.Runtime.CompilerServices;
using Kindred.Core.Accounts;
using Kindred.Core.Standards;
using Kindred.Product;

namespace Kindred.Web.Data;

/// <summary>A job title of the files and what it was taken for.</summary>
/// <param name="Text">As written.</param>
/// <param name="People">How many people bear it.</param>
/// <param name="Reading">What it means.</param>
public sealed record UnderstoodTitle(string Text, int People, TitleReading Reading)
{
    /// <summary>True when neither level nor function is known.</summary>
    public bool IsUnknown => Reading is { Level: JobLevel.Unknown, Functions.Count: 0 };
}

/// <summary>Job titles of the files by the words they were written in. Counted once a reading.</summary>
/// <param name="Titles">Not understood first, then by how many people bear them.</param>
/// <param name="People">People whose title is written.</param>
/// <param name="Understood">How many of them are understood.</param>
public sealed record UnderstoodTitles(IReadOnlyList<UnderstoodTitle> Titles, int People, int Understood)
{
    private static readonly ConditionalWeakTable<AccountFacts, UnderstoodTitles> Kept = [];

    /// <summary>Of a reading; nothing where nothing is imported.</summary>
    public static UnderstoodTitles Of(WorkspaceSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return snapshot.Facts is { } facts ? Kept.GetValue(facts, Count) : new UnderstoodTitles([], 0, 0);
    }

    private static UnderstoodTitles Count(AccountFacts facts)
    {
        UnderstoodTitle[] titles = [.. facts.People.Where(person => person.Title.Text.Length > 0).GroupBy(person => person.Title.Text, StringComparer.Ordinal)
            .Select(same => new UnderstoodTitle(same.Key, same.Count(), same.First().Title))
            .OrderByDescending(title => title.IsUnknown).ThenByDescending(title => title.People).ThenBy(title => title.Text, StringComparer.Ordinal)];
        return new UnderstoodTitles(titles, titles.Sum(title => title.People), titles.Where(title => !title.IsUnknown).Sum(title => title.People));
    }
}
