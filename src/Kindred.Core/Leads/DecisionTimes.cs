namespace Kindred.Core.Leads;

/// <summary>What the decision log says: how long people take, what they pass on, and how explored leads compare.</summary>
/// <param name="Decisions">Leads taken or passed.</param>
/// <param name="MedianSeconds">Median time from the last opening to the decision; null when none was opened first.</param>
/// <param name="WithinTwoMinutes">Share of those decided within two minutes; null likewise.</param>
/// <param name="PassReasons">How often each reason was given, most frequent first.</param>
/// <param name="Taken">Leads with a score that were taken, of those decided.</param>
/// <param name="TakenExplored">Leads judged blind that were taken, of those decided.</param>
public sealed record DecisionTimes(
    int Decisions, double? MedianSeconds, double? WithinTwoMinutes, IReadOnlyList<(PassReason Reason, int Count)> PassReasons, (int Taken, int Of) Taken, (int Taken, int Of) TakenExplored)
{
    private const double TwoMinutes = 120;

    /// <summary>Reads the log.</summary>
    public static DecisionTimes Of(IReadOnlyList<LeadEvent> log)
    {
        ArgumentNullException.ThrowIfNull(log);
        var seconds = new List<double>();
        var reasons = new Dictionary<PassReason, int>();
        (int Taken, int Of) scored = (0, 0), explored = (0, 0);
        var decisions = 0;
        foreach (var lead in log.GroupBy(entry => entry.Lead, StringComparer.Ordinal))
        {
            DateTimeOffset? opened = null;
            var isBlind = false;
            LeadEvent? last = null;
            foreach (var entry in lead.OrderBy(entry => entry.At).ThenBy(entry => entry.Id))
            {
                switch (entry.Kind)
                {
                    case LeadEventKind.Opened:
                        opened = entry.At;
                        break;
                    case LeadEventKind.Queued or LeadEventKind.Explored:
                        isBlind = entry.Kind == LeadEventKind.Explored;
                        break;
                    case LeadEventKind.Taken when last is { Kind: LeadEventKind.Taken } before && before.By == entry.By:
                        break; // Whoever takes a lead again has decided nothing new.
                    case LeadEventKind.Taken or LeadEventKind.Passed:
                        last = entry;
                        decisions++;
                        var taken = entry.Kind == LeadEventKind.Taken ? 1 : 0;
                        (scored, explored) = isBlind ? (scored, (explored.Taken + taken, explored.Of + 1)) : ((scored.Taken + taken, scored.Of + 1), explored);
                        if (opened is { } from)
                        {
                            seconds.Add((entry.At - from).TotalSeconds);
                            opened = null;
                        }

                        if (entry.Reason is { } code && Leads.PassReasons.Read(code).TryGet(out var reason, out _))
                        {
                            reasons[reason] = reasons.GetValueOrDefault(reason) + 1;
                        }

                        break;
                    default:
                        break;
                }
            }
        }

        seconds.Sort();
        return new DecisionTimes(
            decisions,
            seconds.Count == 0 ? null : seconds.Count % 2 == 1 ? seconds[seconds.Count / 2] : (seconds[(seconds.Count / 2) - 1] + seconds[seconds.Count / 2]) / 2,
            seconds.Count == 0 ? null : seconds.Count(taken => taken <= TwoMinutes) / (double)seconds.Count,
            [.. reasons.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Select(pair => (pair.Key, pair.Value))],
            scored,
            explored);
    }
}
