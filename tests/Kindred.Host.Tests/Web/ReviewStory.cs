using Kindred.Core.Members;
using Kindred.Core.Reviews;
using Kindred.Product;
using Kindred.Storage;
using Kindred.Web.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Kindred.Host.Tests.Web;

/// <summary>The invented company with its review story: one closed review, reports, a trial that runs, and a review that is open.</summary>
internal static class ReviewStory
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Writes the story into the sample of a site and opens the review that is due.</summary>
    /// <param name="site">The site; its clock stands at the day of the review or after.</param>
    /// <returns>The workspace, its entry, and the open review.</returns>
    internal static async Task<(Workspace Workspace, WorkspaceEntry Entry, ReviewFile Open)> WriteAsync(WebSite site)
    {
        var entry = await site.SampleAsync();
        var desk = site.Services.GetRequiredService<WorkspaceDesk>();
        var workspace = (await desk.OpenAsync(entry, Ct)).Value;
        Assert.True((await SampleReviews.SeedAsync(workspace, (await desk.SnapshotAsync(entry, Ct)).Value, Ct)).Value > 0);
        desk.Changed(entry.Id);
        var snapshot = (await desk.SnapshotAsync(entry, Ct)).Value;
        var due = snapshot.Facts!.AsOf.AddDays(6);
        var draft = (await ReviewWorkspace.DraftAsync(workspace, snapshot, due, due, Ct)).Value;
        await workspace.Reviews.AddAsync([DecideReview.Draft(draft, null, At(due, 7))], Ct);
        return (workspace, entry, (await ReviewWorkspace.BookAsync(workspace, Ct)).Open!);
    }

    /// <summary>Answers every question, decides to adjust, names what was drafted, and has sales sign.</summary>
    internal static async Task DecideAsync(Workspace workspace, ReviewFile review)
    {
        ReviewEntry Line<T>(ReviewEntryKind kind, T body) => new(0, review.Subject, kind, ReviewJson.Write(body), "김도현", At(review.DueOn, 10));
        var versions = new NextVersions(3, new string('a', 64), 2, new string('b', 64),
            [new("조건: 직원 50–200명 → 직원 20–200명", "employees 50–200 people → employees 20–200 people"), new("계약 비율 +4%p (50% → 54%)", "win rate +4 points (50% → 54%)")],
            [new("직원 수, 20–50명: 6점 → 11점", "employees 20–50: 6 → 11 points"), new("새 항목: 국가 (최대 8점)", "new: country (at most 8)")], []);
        await workspace.Reviews.AddAsync(
        [
            .. review.Draft!.Checklist.Select((item, i) => Line(ReviewEntryKind.Answer, new ChecklistAnswer(item.Id, (AnswerSays)(i % 3), i == 0 ? "현장에서 자주 들어요." : null))),
            Line(ReviewEntryKind.Decision, new ReviewDecision(DecisionKind.Adjust, "작은 회사도 잘 남아서 규모 조건을 넓혀요. / Smaller firms stay too, so the size condition is widened.", review.Draft.ProfileVersion, review.Draft.CardVersion, null, null, 64)),
            Line(ReviewEntryKind.NextDrafted, versions),
            Line(ReviewEntryKind.Signature, new ReviewSignature("sales")),
        ], Ct);
    }

    /// <summary>Drafts the review once more, with more of everything.</summary>
    internal static async Task CrowdAsync(Workspace workspace, ReviewFile review)
    {
        var draft = review.Draft!;
        await workspace.Reviews.AddAsync([DecideReview.Draft(draft with
        {
            ComingBack = [.. Enumerable.Range(0, 12).Select(i => new ComingBack(i, "주식회사 다시만난고객솔루션즈", draft.DueOn.AddDays(-200 - i), null, new("직원 수: 12명이었고 지금은 64명이에요. 직원 50–200명 조건에 맞아요.", "employees: 12 when they signed, 64 today, which meets employees 50–200.")))],
            Contradictions = [.. Enumerable.Range(0, 6).Select(_ => new Contradiction("size", "sales", new("규모: 영업에서 \"작은 회사가 더 빨리 결정해요\"라고 했어요. 고객상은 직원 50–200명이에요.", "Size: sales says \"small firms decide faster\"; the profile says employees 50–200.")))],
            Gaps = [.. draft.Gaps, new ReviewGap("bands", "reviews.no-score-records", new("저장된 점수가 없어요. 리드를 나눠 주거나 열어 보면 그때의 점수가 남아요.", "There are no score records. Scores are kept when leads are routed or opened."))],
        }, null, At(review.DueOn, 12))], Ct);
    }

    private static DateTimeOffset At(DateOnly day, int hour) => new(day.ToDateTime(new TimeOnly(hour, 0)), TimeSpan.FromHours(9));
}
