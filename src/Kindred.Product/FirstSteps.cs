using Kindred.Core.Basics;
using Kindred.Core.Profiles;

namespace Kindred.Product;

/// <summary>A step towards a first profile.</summary>
/// <param name="Item">The bank's item.</param>
/// <param name="IsDone">Done, as the workspace's state tells, or as ticked by hand.</param>
/// <param name="IsNext">The first that is not done.</param>
/// <param name="Where">Code of the page where it is done: customers, icp, scorecard, data; empty when it is done elsewhere.</param>
/// <param name="IsByHand">The data cannot tell, so people tick it off.</param>
/// <param name="Note">What stands in the way or until when, or null.</param>
public sealed record StepState(BankItem Item, bool IsDone, bool IsNext, string Where, bool IsByHand, Wording? Note);

/// <summary>The seven steps and the list for next week, with what is done and what is next told from the workspace itself.</summary>
public static class FirstSteps
{
    private const int TrialDays = 14;

    /// <summary>Items that only people can tell.</summary>
    public static IReadOnlyList<string> ByHand { get; } = ["seven-steps.channels", "next-week.compare"];

    /// <summary>The seven steps.</summary>
    public static IReadOnlyList<StepState> Seven(WorkspaceSnapshot snapshot, IReadOnlyList<StepMark> marks, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var profile = snapshot.Profile;
        var due = profile is null ? (DateOnly?)null : ProfileReview.DueOn(profile, snapshot.Settings.ReviewDays);
        return Marked("seven-steps", marks,
        [
            ("criteria", profile is { CustomerCount: > 0 }, "customers", null),
            ("list", profile is { CustomerCount: >= 10 }, "customers", profile is { CustomerCount: < 10 } ? new($"고객이 {Format.Whole(profile.CustomerCount)}곳이에요. 10곳부터 목록이 돼요.", $"{Format.Whole(profile.CustomerCount)} customers so far; ten make a list.") : null),
            ("hypotheses", profile is { Core: not null } or { Hypotheses.Count: >= 3 }, "icp", null),
            ("outside", profile?.Market?.Firms is not null, "icp", null),
            ("scorecard", snapshot.Card is not null, "scorecard", null),
            ("channels", false, "", null),
            ("update", false, "data", due is { } day ? (today >= day ? new Wording("지금 할 때예요.", "Due now.") : new Wording($"{Format.Date(day)}에 해요.", $"Due on {Format.Date(day)}.")) : null),
        ]);
    }

    /// <summary>The list for next week.</summary>
    public static IReadOnlyList<StepState> NextWeek(WorkspaceSnapshot snapshot, IReadOnlyList<StepMark> marks, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var profile = snapshot.Profile;
        var until = snapshot.Card?.LearnedOn.AddDays(TrialDays);
        return Marked("next-week", marks,
        [
            ("ten-best", profile is { CustomerCount: >= 10 }, "customers", null),
            ("hypotheses", profile is { Core: not null } or { Hypotheses.Count: >= 3 } && (snapshot.Card ?? snapshot.Draft) is not null, "icp", null),
            ("trial", until <= today, "scorecard", until is { } day && day > today ? new Wording($"{Format.Date(day)}까지 해요.", $"Until {Format.Date(day)}.") : null),
            ("compare", false, "scorecard", null),
        ]);
    }

    private static IReadOnlyList<StepState> Marked(string bank, IReadOnlyList<StepMark> marks, (string Id, bool IsDone, string Where, Wording? Note)[] states)
    {
        var items = Banks.Shipped[bank];
        var done = states.Select(state => state.IsDone || marks.Any(mark => mark.Step == bank + "." + state.Id && ByHand.Contains(mark.Step, StringComparer.Ordinal))).ToArray();
        var next = Array.IndexOf(done, false);
        return [.. states.Select((state, index) => new StepState(items[state.Id], done[index], index == next, state.Where, ByHand.Contains(bank + "." + state.Id, StringComparer.Ordinal), state.Note))];
    }
}
