using Kindred.Core.Accounts;
using Kindred.Core.Basics;

namespace Kindred.Core.Leads;

/// <summary>A head count on a day.</summary>
/// <param name="Account">Company index.</param>
/// <param name="On">Day it was true.</param>
/// <param name="People">People.</param>
/// <param name="Source">How we know, or null.</param>
public sealed record Headcount(int Account, DateOnly On, double People, string? Source);

/// <summary>Turns the signals of the files, and pairs of dated head counts, into evidence for triggers.</summary>
public static class ReadSignals
{
    /// <summary>Signals fainter than this are not shown.</summary>
    private const double Faintest = 0.05;

    private const int FewestDays = 30;
    private const double LeastYearlyGrowth = 0.2;

    /// <summary>All dated signals. Undated ones are left out: nobody can say how old they are.</summary>
    public static IReadOnlyList<LeadSignal> Of(AccountFacts facts, IReadOnlyList<Headcount>? headcounts = null)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return [.. facts.Signals.Where(signal => signal.On is not null)
            .Select(signal => new LeadSignal(signal.Account, SignalKinds.Read(signal.Kind) is var kind && kind == SignalKind.Other ? SignalKinds.Read(signal.Detail ?? "") : kind, signal.On!.Value, signal.Amount, signal.Source, signal.Detail is { Length: > 0 } detail ? signal.Kind + ": " + detail : signal.Kind))
            .Concat(Growth(headcounts ?? []))
            .OrderBy(signal => signal.Account).ThenBy(signal => signal.On)];
    }

    /// <summary>Growth between two dated head counts of a company: the last one and the latest at least 30 days before it, where it comes to 20 % a year or more.</summary>
    public static IEnumerable<LeadSignal> Growth(IEnumerable<Headcount> headcounts)
    {
        foreach (var counts in headcounts.Where(count => count.People > 0).GroupBy(count => count.Account).OrderBy(group => group.Key))
        {
            var byDay = counts.OrderBy(count => count.On).ToArray();
            var last = byDay[^1];
            if (byDay.LastOrDefault(count => last.On.DayNumber - count.On.DayNumber >= FewestDays) is { } before)
            {
                var years = (last.On.DayNumber - before.On.DayNumber) / 365.25;
                if (Math.Pow(last.People / before.People, 1 / years) - 1 >= LeastYearlyGrowth)
                {
                    yield return new LeadSignal(last.Account, SignalKind.HeadcountGrowth, last.On, null, last.Source, $"{Format.Number(before.People)} ({Format.Date(before.On)}) → {Format.Number(last.People)}");
                }
            }
        }
    }

    /// <summary>What the signals of one company come to on a day.</summary>
    public static TriggerEvidence On(DateOnly day, IEnumerable<LeadSignal> ofCompany)
    {
        ArgumentNullException.ThrowIfNull(ofCompany);
        var rest = 1.0;
        var shown = new List<(LeadSignal, double)>();
        foreach (var signal in ofCompany)
        {
            var strength = signal.StrengthOn(day);
            rest *= 1 - strength;
            if (strength >= Faintest)
            {
                shown.Add((signal, strength));
            }
        }

        return new TriggerEvidence(1 - rest, [.. shown.OrderByDescending(entry => entry.Item2)]);
    }
}
