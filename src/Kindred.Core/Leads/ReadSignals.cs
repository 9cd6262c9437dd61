using Kindred.Core.Accounts;

namespace Kindred.Core.Leads;

/// <summary>Turns the signals of the files (growth between dated head counts is one of them) into evidence for triggers.</summary>
public static class ReadSignals
{
    /// <summary>Signals fainter than this are not shown.</summary>
    private const double Faintest = 0.05;

    /// <summary>All dated signals. Undated ones are left out: nobody can say how old they are.</summary>
    public static IReadOnlyList<LeadSignal> Of(AccountFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return [.. facts.Signals.Where(signal => signal.On is not null)
            .Select(signal => new LeadSignal(signal.Account, SignalKinds.Read(signal.Kind) is var kind && kind == SignalKind.Other ? SignalKinds.Read(signal.Detail ?? "") : kind, signal.On!.Value, signal.Amount, signal.Source, signal.Detail is { Length: > 0 } detail ? signal.Kind + ": " + detail : signal.Kind))
            .OrderBy(signal => signal.Account).ThenBy(signal => signal.On)];
    }

    /// <summary>What the signals of one company come to on a day.</summary>
    public static TriggerEvidence On(DateOnly day, IEnumerable<LeadSignal> ofCompany)
    {
        ArgumentNullException.ThrowIfNull(ofCompany);
        var rest = 1.0;
        var shown = new List<(LeadSignal, double)>();
        var all = ofCompany.Where(signal => signal.On <= day).ToArray();

        // Each of many dated head counts says the same once more: the last one counts.
        var lastGrowth = all.Where(signal => signal.Kind == SignalKind.HeadcountGrowth).MaxBy(signal => signal.On);
        foreach (var signal in all.Where(signal => signal.Kind != SignalKind.HeadcountGrowth || signal == lastGrowth))
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
