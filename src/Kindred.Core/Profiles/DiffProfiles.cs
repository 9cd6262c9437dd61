using Kindred.Core.Basics;

namespace Kindred.Core.Profiles;

/// <summary>Says what changed between two versions of a profile, in sentences.</summary>
public static class DiffProfiles
{
    /// <summary>Changes from one document to the next; empty when nothing a person would notice changed.</summary>
    public static IReadOnlyList<Wording> Run(ProfileDocument before, ProfileDocument after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var changes = new List<Wording>();
        if (before.Verdict != after.Verdict)
        {
            var (was, isNow) = (VerdictWords.Of(before.Verdict), VerdictWords.Of(after.Verdict));
            changes.Add(new Wording($"판정: {was.Ko} → {isNow.Ko}", $"verdict: {was.En} → {isNow.En}"));
        }

        var old = Conditions(before);
        var now = Conditions(after);
        foreach (var field in old.Keys.Union(now.Keys).Order(StringComparer.Ordinal))
        {
            var (earlier, later) = (old.GetValueOrDefault(field), now.GetValueOrDefault(field));
            if (earlier is null)
            {
                changes.Add(new Wording($"새 조건: {later!.Ko}", $"new condition: {later.En}"));
            }
            else if (later is null)
            {
                changes.Add(new Wording($"빠진 조건: {earlier.Ko}", $"dropped condition: {earlier.En}"));
            }
            else if (earlier.En != later.En)
            {
                changes.Add(new Wording($"{earlier.Ko} → {later.Ko}", $"{earlier.En} → {later.En}"));
            }
        }

        if (Rate(before) is { } rateBefore && Rate(after) is { } rateAfter && Math.Abs(rateAfter - rateBefore) >= 0.005)
        {
            var points = Math.Round((rateAfter - rateBefore) * 100);
            changes.Add(new Wording($"계약 비율 {Signed(points)}%p ({Format.Percent(rateBefore, 0)} → {Format.Percent(rateAfter, 0)})", $"win rate {Signed(points)} points ({Format.Percent(rateBefore, 0)} → {Format.Percent(rateAfter, 0)})"));
        }

        if (before.Market?.Firms is { } marketBefore and > 0 && after.Market?.Firms is { } marketAfter && marketBefore != marketAfter)
        {
            var share = Math.Round(100.0 * (marketAfter - marketBefore) / marketBefore);
            changes.Add(new Wording($"시장 {Signed(share)}% ({Format.Grouped(marketBefore)} → {Format.Grouped(marketAfter)}곳)", $"market {Signed(share)}% ({Format.Grouped(marketBefore)} → {Format.Grouped(marketAfter)} firms)"));
        }

        changes.AddRange(after.Clauses.Where(clause => clause.Origin == "stated" && !before.Clauses.Any(other => other.Origin == "stated" && other.Text == clause.Text))
            .Select(clause => new Wording($"우리 팀의 말: {clause.Label.Ko} — {clause.Text.Ko}", $"team's statement: {clause.Label.En} — {clause.Text.En}")));
        return changes;
    }

    private static Dictionary<string, Wording> Conditions(ProfileDocument document) =>
        (document.Core?.Conditions ?? []).ToDictionary(condition => condition.Field, condition => condition.Text, StringComparer.Ordinal);

    private static double? Rate(ProfileDocument document) => (document.Core?.Honest ?? document.Core?.Won)?.Rate;

    private static string Signed(double value) => (value > 0 ? "+" : "") + Format.Number(value);
}
