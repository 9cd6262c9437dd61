using Kindred.Core.Basics;
using Kindred.Core.Profiles;
using Kindred.Statistics.Intervals;

namespace Kindred.Core.Leads;

/// <summary>What the team's passes say about a clause of the ICP.</summary>
public enum ClauseVerdict
{
    /// <summary>Too few decisions to say.</summary>
    NotEnough,

    /// <summary>Core leads are passed for this reason more often than others: the team contradicts the clause.</summary>
    Contradicted,

    /// <summary>Core leads are passed for it less often than others, as they should be.</summary>
    Agrees,

    /// <summary>The interval holds the rate of the others.</summary>
    Unclear,
}

/// <summary>Passes for one reason, core leads against the others.</summary>
/// <param name="Reason">Industry or size.</param>
/// <param name="Fields">Fields of the core conditions it speaks to; empty when the ICP says nothing on it.</param>
/// <param name="Core">Core leads passed for it, of core leads decided.</param>
/// <param name="Low">Lower end of the 95 % Wilson interval of the core's rate.</param>
/// <param name="High">Upper end.</param>
/// <param name="Others">The same of all other leads.</param>
/// <param name="Verdict">What that comes to.</param>
/// <param name="Sentence">In words.</param>
public sealed record ClauseFeedback(PassReason Reason, IReadOnlyList<string> Fields, (int Passed, int Of) Core, double Low, double High, (int Passed, int Of) Others, ClauseVerdict Verdict, Wording Sentence);

/// <summary>A lead somebody called a duplicate: for the queue of matches to review.</summary>
/// <param name="Lead">Lead id.</param>
/// <param name="Name">Company or person.</param>
/// <param name="Account">Company index, or -1.</param>
/// <param name="By">Who said so.</param>
/// <param name="On">When.</param>
public sealed record DuplicateLead(string Lead, string Name, int Account, string? By, DateOnly On);

/// <summary>A lead passed for its timing.</summary>
/// <param name="Lead">Lead id.</param>
/// <param name="Name">Company or person.</param>
/// <param name="On">Day it comes back to the queue.</param>
/// <param name="IsDue">Whether that day has come.</param>
public sealed record ReturningLead(string Lead, string Name, DateOnly On, bool IsDue);

/// <summary>A lead as this use case sees it.</summary>
/// <param name="Lead">The lead.</param>
/// <param name="State">How its company stands to the profile; null without a profile or a company.</param>
public sealed record JudgedLead(LeadEntry Lead, AccountState? State);

/// <summary>Where the reasons to pass lead.</summary>
/// <param name="Clauses">Industry and size against the ICP; empty without a profile.</param>
/// <param name="Duplicates">For the matching queue, newest first.</param>
/// <param name="Returning">Passed for their timing, first to come back first.</param>
public sealed record PassFeedbackResult(IReadOnlyList<ClauseFeedback> Clauses, IReadOnlyList<DuplicateLead> Duplicates, IReadOnlyList<ReturningLead> Returning);

/// <summary>Use case: what the team's reasons to pass say about the ICP, the matching and the calendar. Reasons about budget, decider and competitor go to the lead's own card (<see cref="LeadEvidence"/>).</summary>
public static class PassFeedback
{
    /// <summary>Fewest decided leads on either side to say anything.</summary>
    public const int FewestDecided = 20;

    private static readonly string[] IndustryWords = ["industry", "sector", "vertical", "업종", "산업"];
    private static readonly string[] SizeWords = ["employee", "headcount", "size", "revenue", "직원", "인원", "규모", "매출"];

    /// <summary>Reads the log. A lead counts once, with what was decided last.</summary>
    /// <param name="leads">All leads with their state.</param>
    /// <param name="log">Decision log.</param>
    /// <param name="coreFields">Fields of the core conditions; null without a profile.</param>
    /// <param name="today">Today.</param>
    /// <param name="timingDays">Days until a lead passed for its timing comes back.</param>
    /// <param name="labels">Names of fields for people; a field without one is named as in the data.</param>
    /// <returns>The feedback; refused: <c>leads.timing-days</c>.</returns>
    public static Result<PassFeedbackResult> Run(IReadOnlyList<JudgedLead> leads, LeadLog log, IReadOnlyList<string>? coreFields, DateOnly today, int timingDays = LeadProgress.DefaultTimingDays, IReadOnlyDictionary<string, Wording>? labels = null)
    {
        ArgumentNullException.ThrowIfNull(leads);
        ArgumentNullException.ThrowIfNull(log);
        if (timingDays is < 1 or > 730)
        {
            return Result.Refused<PassFeedbackResult>(LeadChecks.TimingDays(timingDays));
        }

        var decided = leads.Select(lead => (lead.Lead, lead.State, Progress: log.Of(lead.Lead.Id))).Where(lead => lead.Progress.IsDecided).ToArray();
        var clauses = coreFields is null ? [] : new[] { (PassReason.Industry, IndustryWords), (PassReason.Size, SizeWords) }
            .Select(pair => Clause(pair.Item1, [.. coreFields.Where(field => pair.Item2.Any(word => field.Contains(word, StringComparison.OrdinalIgnoreCase))).Distinct(StringComparer.Ordinal)],
                Count(pair.Item1, decided.Where(lead => lead.State == AccountState.Core)), Count(pair.Item1, decided.Where(lead => lead.State is not null and not AccountState.Core)), labels)).ToArray();
        return Result.Accepted(new PassFeedbackResult(
            clauses,
            [.. decided.Where(lead => lead.Progress.Reason == PassReason.Duplicate).OrderByDescending(lead => lead.Progress.Since).Select(lead => new DuplicateLead(lead.Lead.Id, lead.Lead.Name, lead.Lead.Account, lead.Progress.By, LeadProgress.Day(lead.Progress.Since!.Value)))],
            [.. decided.Where(lead => lead.Progress.ReturnsOn(timingDays) is not null).Select(lead => new ReturningLead(lead.Lead.Id, lead.Lead.Name, lead.Progress.ReturnsOn(timingDays)!.Value, lead.Progress.ReturnsOn(timingDays) <= today))
                .OrderBy(lead => lead.On).ThenBy(lead => lead.Lead, StringComparer.Ordinal)]));

        static (int, int) Count(PassReason reason, IEnumerable<(LeadEntry, AccountState?, LeadProgress Progress)> of)
        {
            var all = of.ToArray();
            return (all.Count(lead => lead.Progress.Phase == LeadPhase.Passed && lead.Progress.Reason == reason), all.Length);
        }
    }

    private static ClauseFeedback Clause(PassReason reason, IReadOnlyList<string> fields, (int Passed, int Of) core, (int Passed, int Of) others, IReadOnlyDictionary<string, Wording>? labels)
    {
        var wilson = WilsonInterval.Of(core.Passed, core.Of);
        var rate = others.Of > 0 ? others.Passed / (double)others.Of : double.NaN;
        var verdict = core.Of < FewestDecided || others.Of < FewestDecided ? ClauseVerdict.NotEnough
            : wilson.Low > rate ? ClauseVerdict.Contradicted
            : wilson.High < rate ? ClauseVerdict.Agrees
            : ClauseVerdict.Unclear;
        return new ClauseFeedback(reason, fields, core, wilson.Low, wilson.High, others, verdict, Sentence(reason, [.. fields.Select(field => labels?.GetValueOrDefault(field) ?? Wording.Same(field))], core, (wilson.Low, wilson.High), others, verdict));
    }

    private static Wording Sentence(PassReason reason, IReadOnlyList<Wording> fields, (int Passed, int Of) core, (double Low, double High) interval, (int Passed, int Of) others, ClauseVerdict verdict)
    {
        var label = PassReasons.Label(reason);
        var (ko, en) = (
            $"핵심 리드 {Format.Whole(core.Of)}곳 중 {Format.Whole(core.Passed)}곳을 '{label.Ko}'로 넘겼어요(95 % 구간 {Format.Percent(interval.Low, 0)}–{Format.Percent(interval.High, 0)}). 다른 리드는 {Format.Whole(others.Of)}곳 중 {Format.Whole(others.Passed)}곳이에요.",
            $"{Format.Whole(core.Passed)} of {Format.Whole(core.Of)} core leads were passed for \"{label.En}\" (95 % interval {Format.Percent(interval.Low, 0)}–{Format.Percent(interval.High, 0)}); of the others {Format.Whole(others.Passed)} of {Format.Whole(others.Of)}.");
        return verdict switch
        {
            ClauseVerdict.NotEnough => new(
                $"'{label.Ko}': 아직 말할 수 없어요. 핵심과 그 밖의 리드를 각각 {Format.Whole(FewestDecided)}곳씩 판단해야 하는데 지금은 {Format.Whole(core.Of)}곳과 {Format.Whole(others.Of)}곳이에요.",
                $"\"{label.En}\": not enough to say (need {Format.Whole(FewestDecided)} decided core leads and as many others, have {Format.Whole(core.Of)} and {Format.Whole(others.Of)})."),
            ClauseVerdict.Contradicted when fields.Count > 0 => new($"{ko} 팀의 판단이 ICP 조건({string.Join(", ", fields.Select(field => field.Ko))})과 달라요. 다시 보세요.", $"{en} The team contradicts the ICP on {string.Join(", ", fields.Select(field => field.En))}: look at that clause again."),
            ClauseVerdict.Contradicted => new($"{ko} ICP에는 이에 대한 조건이 없어요. 조건이 빠진 것은 아닌지 보세요.", $"{en} The ICP has no clause on it: is one missing?"),
            ClauseVerdict.Agrees => new($"{ko} 팀의 판단이 ICP와 같아요.", $"{en} The team agrees with the ICP."),
            _ => new($"{ko} 어느 쪽이라고 말할 수 없어요.", $"{en} That says neither."),
        };
    }
}
