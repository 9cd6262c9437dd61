using Kindred.Core.Accounts;
using Kindred.Core.Basics;
using Kindred.Core.Leads;
using Kindred.Core.Profiles;
using Kindred.Core.Reviews;
using Kindred.Core.Scorecards;
using Kindred.Core.Tables;
using Kindred.Statistics.Resampling;
using Kindred.Storage;

namespace Kindred.Product;

/// <summary>The invented company's review: version 1 of its profile, one closed review, a trial on day 9 of 14, the 40 decisions its leads file holds, what sales and customer success said. Made from the workspace and a seed of its own; done once.</summary>
public static class SampleReviews
{
    /// <summary>Days ago the closed review was due: the next one is due in six.</summary>
    public const int ClosedDaysAgo = ProfileReview.CadenceDays - 6;

    /// <summary>The trial is on this day of its fourteen.</summary>
    public const int TrialDay = 9;

    private const double Drawn = 0.2;
    private const int WaitingDays = 30;

    /// <summary>Everything that is written.</summary>
    /// <param name="Entries">Lines of the review log.</param>
    /// <param name="Scores">Score records.</param>
    /// <param name="Events">Lines of the decision log.</param>
    public sealed record Story(IReadOnlyList<ReviewEntry> Entries, IReadOnlyList<ScoreRecord> Scores, IReadOnlyList<LeadEvent> Events);

    /// <summary>Writes the story into the workspace of the invented company, unless it is there.</summary>
    /// <returns>Lines written, 0 when they were there; refused: <c>reviews.not-invented</c>, <c>scorecards.not-found</c>.</returns>
    public static async Task<Result<int>> SeedAsync(Workspace workspace, WorkspaceSnapshot snapshot, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        ArgumentNullException.ThrowIfNull(snapshot);
        if (!snapshot.IsInvented || snapshot.Facts is null)
        {
            return Result.Refused<int>("reviews.not-invented", snapshot.Folder, "지어낸 점검은 가상 회사의 작업 공간에만 넣어요.", "An invented review is written into the invented company's workspace only.");
        }

        if (snapshot.Leads is not { } leads)
        {
            return Result.Refused<int>("scorecards.not-found", snapshot.Folder, "점수표가 있어야 해요. kindred scorecard publish를 먼저 실행해 주세요.", "A scorecard is needed. Run kindred scorecard publish first.");
        }

        if ((await workspace.Reviews.EntriesAsync(null, cancel).ConfigureAwait(false)).Count > 0)
        {
            return Result.Accepted(0);
        }

        if (snapshot.Profile is { } profile && profile.Core is not null && profile.Version == 1)
        {
            var (first, second) = Versions(profile);
            ProfileFolder.Write(snapshot.Folder, first);
            ProfileFolder.Write(snapshot.Folder, second);
            snapshot = snapshot with { Profile = second };
        }

        var story = Of(snapshot, leads);
        await workspace.Leads.KeepAsync(story.Scores, story.Events, cancel).ConfigureAwait(false);
        await workspace.Reviews.AddAsync(story.Entries, cancel).ConfigureAwait(false);
        return Result.Accepted(story.Entries.Count + story.Scores.Count + story.Events.Count);
    }

    /// <summary>Version 1 as it might have been, with one condition fewer, signed by both; version 2 as it is, signed by sales while marketing is asked.</summary>
    public static (ProfileDocument First, ProfileDocument Second) Versions(ProfileDocument profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        var before = profile.AsOf.AddDays(-ClosedDaysAgo - ProfileReview.CadenceDays);
        var core = profile.Core!.Conditions.Count > 1 ? profile.Core with { Conditions = [.. profile.Core.Conditions.Take(profile.Core.Conditions.Count - 1)] } : profile.Core;
        return (profile with { Version = 1, AsOf = before, Core = core, SignOffs = [new SignOff("sales", Sales, before.AddDays(1)), new SignOff("marketing", Marketing, before.AddDays(2))] },
            profile with { Version = 2, SignOffs = [new SignOff("sales", Sales, profile.AsOf.AddDays(-ClosedDaysAgo + 1))] });
    }

    private static string Sales => "김도현";

    private static string Marketing => "최유진";

    /// <summary>The story of a workspace.</summary>
    public static Story Of(WorkspaceSnapshot snapshot, LeadWorkspace leads)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(leads);
        var (asOf, card) = (snapshot.Facts!.AsOf, leads.Card);
        var starts = asOf.AddDays(1 - TrialDay);
        var (scores, events) = Decisions(snapshot, leads, starts);
        // The leads of the last month wait when the trial starts: they are what its two weeks have.
        var waiting = leads.Leads.Where(lead => lead.CreatedOn > asOf.AddDays(-WaitingDays) && lead.CreatedOn <= asOf).ToArray();
        var over = waiting.Count(lead => leads.Score(lead).State == ScoreState.Over);
        var plan = PlanExperiment.Run(new PlanExperimentRequest(1, card.Cut, starts, 0.2, over / 14.0, (waiting.Length - over) / 14.0) { RandomShare = Drawn, TargetRate = 0.3 }).Value;
        return new Story([.. Closed(snapshot, asOf), .. Reports(snapshot.Profile, asOf), DecideReview.Start(plan, Sales, At(starts, 8))], scores, events);
    }

    /// <summary>One review, drafted from the data of that day as far as it is kept, answered, decided and signed by sales.</summary>
    private static IEnumerable<ReviewEntry> Closed(WorkspaceSnapshot snapshot, DateOnly asOf)
    {
        var due = asOf.AddDays(-ClosedDaysAgo);
        var drafted = DraftReview.Run(new DraftReviewRequest
        {
            Facts = Until(snapshot.Facts!, due),
            Companies = snapshot.Companies!,
            Today = due,
            DueOn = due,
            ReviewDays = ProfileReview.CadenceDays,
            PublishedOn = due.AddDays(-ProfileReview.CadenceDays),
            Profile = snapshot.Profile is null ? null : snapshot.Profile with { Version = 1 },
            Standing = snapshot.Standing,
            Permutations = 199,
        }).Value;
        var draft = DecideReview.Draft(drafted, null, At(due, 6));
        yield return draft;
        string[] answers = ["yes", "no", "dont-know", "yes", "yes", "yes", "yes", "dont-know"];
        foreach (var (item, says) in drafted.Checklist.Zip(answers))
        {
            var answer = new ChecklistAnswer(item.Id, says switch { "yes" => AnswerSays.Yes, "no" => AnswerSays.No, _ => AnswerSays.DontKnow }, null);
            yield return new ReviewEntry(0, draft.Subject, ReviewEntryKind.Answer, ReviewJson.Write(answer), Sales, At(due, 10));
        }

        var decision = new ReviewDecision(DecisionKind.Adjust, "CRM 조건을 더했어요. 영업이 CRM 없는 회사에서 자주 막혔어요. / The CRM condition was added: sales got stuck at companies without one.", 1, null, 2, null, drafted.NewOutcomes);
        yield return new ReviewEntry(0, draft.Subject, ReviewEntryKind.Decision, ReviewJson.Write(decision), Sales, At(due, 11));
        yield return new ReviewEntry(0, draft.Subject, ReviewEntryKind.Signature, ReviewJson.Write(new ReviewSignature("sales")), Sales, At(due.AddDays(1), 9));
    }

    private static IEnumerable<ReviewEntry> Reports(ProfileDocument? profile, DateOnly asOf)
    {
        var clause = profile?.Core?.Conditions is { Count: > 0 } conditions ? conditions[^1].Field : null;
        (string Question, string Text, FeedbackStance Stance, string By, int DaysAgo)[] notes =
        [
            ("sales-feedback.traits", "잘 된 거래는 RevOps 담당자가 있는 회사였어요.", FeedbackStance.Neutral, Sales, 40),
            ("sales-feedback.objections", "미국 핀테크는 보안 검토가 길어서 자주 멈춰요.", FeedbackStance.Against, "Emily Carter", 12),
            ("cs-feedback.likes", "견적 승인 자동화를 가장 좋아해요.", FeedbackStance.For, Marketing, 30),
            ("cs-feedback.difficulties", "CRM 연결 권한을 얻는 데서 막혀요.", FeedbackStance.Neutral, "Nina Brooks", 9),
        ];
        foreach (var note in notes)
        {
            yield return new ReviewEntry(0, ReviewBook.FeedbackSubject, ReviewEntryKind.Feedback, ReviewJson.Write(new FeedbackNote(note.Question, note.Text, note.Stance == FeedbackStance.Neutral ? null : clause, note.Stance)), note.By, At(asOf.AddDays(-note.DaysAgo), 14));
        }
    }

    /// <summary>The decisions of the leads file become log lines: routed by score or by the draw in the trial's days, opened, taken or passed.</summary>
    private static (List<ScoreRecord> Scores, List<LeadEvent> Events) Decisions(WorkspaceSnapshot snapshot, LeadWorkspace leads, DateOnly starts)
    {
        var (asOf, cardId) = (snapshot.Facts!.AsOf, CardFile.Id(leads.Card));
        var said = Said(snapshot.Facts);
        var random = new SeededRandom(snapshot.Profile?.Seed ?? 1, 404);
        var scores = new List<ScoreRecord>();
        var events = new List<LeadEvent>();
        var routed = leads.Leads.Where(lead => lead.CreatedOn > asOf.AddDays(-WaitingDays) && lead.CreatedOn <= asOf).OrderBy(lead => lead.CreatedOn).ThenBy(lead => lead.Id, StringComparer.Ordinal);
        foreach (var lead in routed)
        {
            var day = lead.CreatedOn!.Value < starts ? starts.AddDays(random.Below(TrialDay - 4)) : lead.CreatedOn.Value;
            var at = At(day, 9).AddMinutes(random.Below(120));
            var receipt = leads.Receipt(lead);
            scores.Add(leads.Record(lead, receipt, cardId, at));
            var isOver = receipt.Score.State == ScoreState.Over;
            var isDrawn = !isOver && random.NextUnit() < Drawn;
            var owner = lead.Owner ?? Sales;
            var decided = said.TryGetValue(lead.Id, out var word);
            events.Add(new LeadEvent(0, lead.Id, isOver ? LeadEventKind.Queued : isDrawn ? LeadEventKind.Explored : LeadEventKind.Held, isOver || isDrawn ? owner : null, null, cardId, at));
            if (decided)
            {
                var opened = at.AddHours(2 + random.Below(40)) is var later && later < At(asOf, 18) ? later : At(asOf, 17);
                events.Add(new LeadEvent(0, lead.Id, LeadEventKind.Opened, owner, null, cardId, opened));
                events.Add(new LeadEvent(0, lead.Id, word.IsTaken ? LeadEventKind.Taken : LeadEventKind.Passed, owner, word.Reason, cardId, opened.AddSeconds(30 + random.Below(150))));
            }
        }

        return (scores, [.. events.OrderBy(entry => entry.At)]);
    }

    /// <summary>Decision and coded reason by lead, as the file says.</summary>
    private static Dictionary<string, (bool IsTaken, string? Reason)> Said(AccountFacts facts)
    {
        var said = new Dictionary<string, (bool, string?)>(StringComparer.Ordinal);
        foreach (var placed in facts.Placed.Where(placed => placed.Mapping.Kind == TableKind.Leads))
        {
            if (placed.Mapping.Find(ColumnRole.Key) is { } name && placed.Source.Table is var table && table.Find(name) is { } keys && table.Find("Decision") is TextColumn decisions && table.Find("Decision Reason") is TextColumn reasons)
            {
                for (var row = 0; row < table.RowCount; row++)
                {
                    if (decisions.RawAt(row) is "Take" or "Pass")
                    {
                        said.TryAdd(keys.TextAt(row), (decisions.RawAt(row) == "Take", PassReasons.Read(reasons.RawAt(row)).TryGet(out var reason, out _) ? PassReasons.Code(reason) : null));
                    }
                }
            }
        }

        return said;
    }

    /// <summary>The facts as far as they reach back: deals and leads of later days are left out.</summary>
    private static AccountFacts Until(AccountFacts facts, DateOnly day) => facts with
    {
        AsOf = day,
        Deals = [.. facts.Deals.Where(deal => deal.DecidedFrom <= day).Select(deal => deal.ClosedOn > day && deal.Outcome != DealOutcome.Open ? deal with { Outcome = DealOutcome.Open } : deal)],
        Subscriptions = [.. facts.Subscriptions.Where(one => one.StartedOn <= day)],
    };

    private static DateTimeOffset At(DateOnly day, int hour) => new(day.ToDateTime(new TimeOnly(hour, 0)), TimeSpan.FromHours(9));
}
