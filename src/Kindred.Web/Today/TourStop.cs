using Kindred.Core.Basics;
using Kindred.Core.Engagement;
using Kindred.Core.Leads;
using Kindred.Core.Profiles;
using Kindred.Core.Scorecards;
using Kindred.Product;
using Kindred.Web.Customers;
using Kindred.Web.Shell;

namespace Kindred.Web.Today;

/// <summary>One stop of the tour: a strip over a real page, with real numbers.</summary>
/// <param name="Step">1–4.</param>
/// <param name="Text">What is seen here.</param>
/// <param name="Next">Where it goes on.</param>
/// <param name="NextLabel">Word of the button.</param>
/// <param name="Close">The same page without the strip.</param>
public sealed record TourStop(int Step, Wording Text, string Next, Wording NextLabel, string Close)
{
    /// <summary>Stops in all.</summary>
    public const int Last = 4;

    private static readonly Wording GoOn = new("다음", "Next");

    /// <summary>The stop an address asks for; null when it asks for none, or for one this page is not.</summary>
    /// <param name="page">The page.</param>
    /// <param name="snapshot">The workspace.</param>
    /// <param name="step">Value of the query.</param>
    /// <param name="id">Id in the address, for the page of a lead.</param>
    public static TourStop? Of(PageContext page, WorkspaceSnapshot snapshot, string? step, string? id)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(snapshot);
        var close = Without(page.Path);
        return step switch
        {
            "1" when snapshot.Profile is { } profile => new TourStop(1, profile.Sentence, Urls.Tour(page.Id, 2), GoOn, close),
            "2" when snapshot.Profile is { } profile => new TourStop(2, Regret(profile), Urls.Tour(page.Id, 3), GoOn, close),
            "3" when snapshot.Leads is { } leads && id is not null && LeadBook.Find(leads.Leads, id).TryGet(out var lead, out _) => new TourStop(3, Lead(leads.Receipt(lead)), Urls.Tour(page.Id, 4), GoOn, close),
            "4" => new TourStop(4, LongestOpen(snapshot) is { } visit && page.Path.Contains("/reading/", StringComparison.Ordinal) ? Reading(visit, End(page)) : End(page), Own(page), new Wording("내 데이터 넣기", "Bring my data"), close),
            _ => null,
        };
    }

    /// <summary>The visit of a person that was open the longest beyond what was read of it: a tab left open. Null where nothing was open much longer than it was read.</summary>
    public static ReadingVisit? LongestOpen(WorkspaceSnapshot snapshot) => ReadingBoard.Of(snapshot)?.Book.Visits.Where(visit => visit.Counts && visit.ActiveSeconds > 0 && visit.OpenSeconds > 10 * visit.ActiveSeconds).MaxBy(visit => visit.OpenSeconds);

    private static Wording Reading(ReadingVisit visit, Wording end)
    {
        var (hours, minutes) = ((long)visit.OpenSeconds / 3600, (long)visit.OpenSeconds / 60 % 60);
        var read = DocumentStudy.Minutes(visit.ActiveSeconds);
        return new Wording($"{Format.Whole(hours)}시간 {Format.Whole(minutes)}분 열려 있었고, 읽은 시간은 약 {read.Ko}예요. {end.Ko}", $"Open for {Format.Whole(hours)} h {Format.Whole(minutes)} min. Read for about {read.En}. {end.En}");
    }

    private static Wording End(PageContext page) => page.Caller?.Member is null
        ? new("이제 우리 회사 차례예요. 이메일과 비밀번호만 정하면 돼요.", "Now your company: e-mail and password, that's all.")
        : new("이제 우리 회사 차례예요. 내려받은 파일을 그대로 놓으면 돼요.", "Now your company: drop the files as you downloaded them.");

    private static Wording Regret(ProfileDocument profile) => profile.Regret.FirstOrDefault() is { } pattern
        ? RegretWords.Of(pattern)
        : new Wording("좋은 고객은 많이 산 곳이 아니라 남고 늘어난 곳이에요. 떠난 고객도 함께 보세요.", "The best customers are not the largest but those who stay and grow. Look at those who left, too.");

    private static Wording Lead(LeadReceipt receipt)
    {
        var (score, cut) = (Format.Fixed(receipt.Score.Expected, 0), Format.Whole(receipt.Cut));
        return receipt.Score.State switch
        {
            ScoreState.OneQuestion => new Wording($"지금 {score}점이에요. 질문 하나면 {cut}점을 넘는지 알 수 있어요.", $"{score} now. One question tells you whether it passes {cut}."),
            ScoreState.Over => new Wording($"지금 {score}점이에요. 기준 {cut}점을 넘었어요.", $"{score} now: over the cut of {cut}."),
            _ => receipt.Sentence,
        };
    }

    /// <summary>Members go on to their own workspace; visitors become the owner first.</summary>
    private static string Own(PageContext page) => page.Caller?.Member is null ? Urls.CreateOwner
        : page.Visible.FirstOrDefault(workspace => !workspace.IsInvented) is { } own ? Urls.DataImport(own.Id.Value) : Urls.Start;

    private static string Without(string path)
    {
        var at = path.IndexOf('?', StringComparison.Ordinal);
        if (at < 0)
        {
            return path;
        }

        var left = path[(at + 1)..].Split('&').Where(pair => !pair.StartsWith("tour=", StringComparison.Ordinal)).ToArray();
        return path[..at] + (left.Length == 0 ? "" : "?" + string.Join('&', left));
    }
}
