using Kindred.Core.Basics;
using Kindred.Core.Workspaces;

namespace Kindred.Product;

/// <summary>Something that happened to a workspace.</summary>
/// <param name="On">The day.</param>
/// <param name="Text">What, in a sentence.</param>
/// <param name="Where">Code of the page that shows it: data, icp.</param>
public sealed record Change(DateOnly On, Wording Text, string Where);

/// <summary>What changed lately: imports day by day, and what the newest version of the profile says anew.</summary>
public static class WhatChanged
{
    /// <summary>Days looked back where nobody's last look is known.</summary>
    public const int Days = 30;

    private static readonly TimeSpan OneImport = TimeSpan.FromHours(1);
    private const int MostDays = 3;
    private const int MostSentences = 4;

    /// <summary>The changes, newest first.</summary>
    /// <param name="imports">Every import.</param>
    /// <param name="versions">Versions of the profile, newest first.</param>
    /// <param name="since">What is older is known already.</param>
    public static IReadOnlyList<Change> Of(IReadOnlyList<Import> imports, IReadOnlyList<ProfileVersion> versions, DateTimeOffset since)
    {
        ArgumentNullException.ThrowIfNull(imports);
        ArgumentNullException.ThrowIfNull(versions);
        var changes = imports.Where(import => import.ChangedAt >= since && import.State is ImportState.Active or ImportState.Undone)
            .GroupBy(import => (Day: DateOnly.FromDateTime(import.ChangedAt.UtcDateTime), import.State)).OrderByDescending(group => group.Key.Day).Take(MostDays)
            .Select(group => new Change(group.Key.Day, Worded(group.Key.State, [.. group]), "data")).ToList();
        if (versions.Count > 1 && versions[0] is { Changes.Count: > 0 } newest && !(newest.WrittenAt < since))
        {
            changes.AddRange(newest.Changes.Take(MostSentences).Select(change => new Change(
                newest.Document.AsOf, new Wording($"고객상 v{Format.Whole(newest.Document.Version)} — {change.Ko}", $"Profile v{Format.Whole(newest.Document.Version)}: {change.En}"), "icp")));
        }

        return changes;
    }

    /// <summary>When the last import began, with the files that came along with it; null where nothing is imported.</summary>
    public static DateTimeOffset? LastImport(IReadOnlyList<Import> imports)
    {
        ArgumentNullException.ThrowIfNull(imports);
        var active = imports.Where(import => import.State == ImportState.Active).ToArray();
        return active.Length == 0 ? null : active.Where(import => import.ChangedAt >= active.Max(other => other.ChangedAt) - OneImport).Min(import => import.StartedAt);
    }

    private static Wording Worded(ImportState state, IReadOnlyList<Import> imports)
    {
        var (files, rows) = (imports.Select(import => import.Table.FileName).Distinct(StringComparer.Ordinal).Count(), imports.Sum(import => import.Accepted));
        var name = imports[0].Table.FileName;
        var (ko, en) = files == 1 ? (name, name) : ($"파일 {Format.Grouped(files)}개", $"{Format.Grouped(files)} files");
        return state == ImportState.Undone
            ? new Wording($"{ko} 가져오기를 되돌렸어요.", $"The import of {en} was undone.")
            : new Wording($"{ko}에서 {Format.Grouped(rows)}행을 가져왔어요.", $"{Format.Grouped(rows)} rows came in from {en}.");
    }
}
