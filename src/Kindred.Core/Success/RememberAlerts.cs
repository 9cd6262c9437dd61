using Kindred.Core.Basics;

namespace Kindred.Core.Success;

/// <summary>
/// Use case: what was seen, and what was raised before → what is raised now, and what waits. A week is the last seven days. Who was raised in it for the same reasons, none of them worse, stays on the list and is neither raised
/// nor counted again. Of the others what was never said, or got worse, comes first, then what would only be said again; each by what is at stake, up to what is left of the week's budget.
/// </summary>
public static class RememberAlerts
{
    /// <summary>How long an alert counts.</summary>
    public static readonly TimeSpan Week = TimeSpan.FromDays(7);

    /// <summary>Remembers.</summary>
    /// <param name="seen">Alerts of the study, whatever it raised of them.</param>
    /// <param name="keyOf">Key of a company by its index.</param>
    /// <param name="log">What was raised before.</param>
    /// <param name="budget">Most alerts of a week.</param>
    /// <param name="now">Now.</param>
    public static AlertWeek Run(IReadOnlyList<Alert> seen, Func<int, string> keyOf, IReadOnlyList<RaisedAlert> log, int budget, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(seen);
        ArgumentNullException.ThrowIfNull(keyOf);
        ArgumentNullException.ThrowIfNull(log);
        ArgumentOutOfRangeException.ThrowIfNegative(budget);
        RaisedAlert[] within = [.. log.Where(raised => raised.At > now - Week)];
        var byCompany = log.OrderBy(raised => raised.At).ToLookup(raised => raised.Company, StringComparer.Ordinal);
        var standing = new List<Alert>();
        var candidates = new List<(Alert Alert, bool IsRepeat, DateTimeOffset? WorseSince)>();
        foreach (var alert in seen)
        {
            RaisedAlert[] before = [.. byCompany[keyOf(alert.Account)]];
            RaisedAlert[] recent = [.. before.Where(raised => raised.At > now - Week)];
            if (recent.Length > 0 && IsSaid(alert, recent))
            {
                standing.Add(alert with { RaisedAt = recent[^1].At, Waits = null });
            }
            else
            {
                candidates.Add((alert, before.Length > 0 && IsSaid(alert, before), recent.Length > 0 ? recent[^1].At : null));
            }
        }

        var free = Math.Max(0, budget - within.Length);
        var queue = candidates.OrderBy(one => one.IsRepeat).ThenByDescending(one => one.Alert.AtStake).ThenBy(one => one.Alert.Account).ToArray();
        Alert[] fresh = [.. queue.Take(free).Select(one => one.Alert with { RaisedAt = now, Waits = null })];
        var next = within.Select(raised => raised.At).Append(now).Min() + Week;
        var waiting = queue.Skip(free).Select((one, i) => one.Alert with { RaisedAt = null, Waits = Waits(budget, i, next, one.WorseSince) });
        return new AlertWeek(
            [.. standing.Concat(fresh).OrderByDescending(alert => alert.AtStake).ThenBy(alert => alert.Account), .. waiting],
            [.. fresh.Select(alert => new RaisedAlert(keyOf(alert.Account), now, alert.States))],
            within.Length + fresh.Length);
    }

    private static bool IsSaid(Alert alert, RaisedAlert[] raised) => alert.States.All(state => raised.Any(one => one.States.Any(old => old.Kind == state.Kind && !state.IsWorseThan(old))));

    private static Wording Waits(int budget, int ahead, DateTimeOffset next, DateTimeOffset? worseSince)
    {
        var worse = worseSince is { } since ? new Wording($"{Day(since)}에 알린 뒤 더 나빠졌어요. ", $"Got worse since {Day(since)}. ") : new Wording("", "");
        return budget == 0
            ? new(worse.Ko + "한 주 알림을 0건으로 정해 두었어요", worse.En + "The alerts of a week are set to 0")
            : new($"{worse.Ko}한 주 {Format.Whole(budget)}건이 찼어요. 앞에 {Format.Whole(ahead)}곳이 기다리고, 다음 자리는 {Day(next)}에 나요", $"{worse.En}This week's {Format.Whole(budget)} are taken; {Format.Whole(ahead)} wait ahead, the next place comes free on {Day(next)}");
    }

    private static string Day(DateTimeOffset at) => Format.Date(DateOnly.FromDateTime(at.UtcDateTime));
}
