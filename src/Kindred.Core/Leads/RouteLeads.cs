using Kindred.Core.Basics;
using Kindred.Core.Scorecards;
using Kindred.Statistics.Resampling;

namespace Kindred.Core.Leads;

/// <summary>What to route.</summary>
/// <param name="Leads">Leads, in any order.</param>
/// <param name="Owners">Owners with how many leads each can take now.</param>
/// <param name="Cut">The card's cut, for the log.</param>
/// <param name="ExploreShare">Share of the leads below the cut that are drawn into the queue: 0–0.5, 0.1 unless set.</param>
/// <param name="Seed">Of the draw.</param>
public sealed record RouteLeadsRequest(IReadOnlyList<LeadToRoute> Leads, IReadOnlyDictionary<string, int> Owners, int Cut, double ExploreShare = 0.1, long Seed = 1)
{
    /// <summary>Where leads stand by the decision log: those taken or passed are not given out again.</summary>
    public LeadLog Log { get; init; } = LeadLog.Empty;

    /// <summary>Today: leads passed for their timing come back from their day on.</summary>
    public DateOnly Today { get; init; }

    /// <summary>Days after which a lead passed for its timing comes back: 1–730, 90 unless set.</summary>
    public int TimingDays { get; init; } = LeadProgress.DefaultTimingDays;
}

/// <summary>Gives leads to owners within their capacity, and draws some below the cut so that learning goes on. Same leads and seed, same result, in whatever order the leads come.</summary>
public static class RouteLeads
{
    /// <summary>Routes.</summary>
    /// <returns>One line a lead, queues first, by owner and place; refused: <c>leads.explore-share</c>, <c>leads.capacity</c>, <c>leads.timing-days</c>, <c>leads.no-leads</c>.</returns>
    public static Result<IReadOnlyList<RoutedLead>> Run(RouteLeadsRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!(request.ExploreShare is >= 0 and <= 0.5))
        {
            return Result.Refused<IReadOnlyList<RoutedLead>>(LeadChecks.Share(request.ExploreShare));
        }

        if (request.Owners.FirstOrDefault(owner => owner.Value < 0) is { Key: not null } wrong)
        {
            return Result.Refused<IReadOnlyList<RoutedLead>>(LeadChecks.Capacity(wrong.Key, wrong.Value));
        }

        if (request.TimingDays is < 1 or > 730)
        {
            return Result.Refused<IReadOnlyList<RoutedLead>>(LeadChecks.TimingDays(request.TimingDays));
        }

        if (request.Leads.Count == 0)
        {
            return Result.Refused<IReadOnlyList<RoutedLead>>(LeadChecks.NoLeads("route"));
        }

        var log = new List<RoutedLead>(request.Leads.Count);
        var leads = request.Leads.Where(lead => !IsDecided(request, lead, log)).OrderByDescending(lead => lead.Score.Expected).ThenBy(lead => lead.Id, StringComparer.Ordinal).ToArray();
        var owners = request.Owners.OrderBy(owner => owner.Key, StringComparer.Ordinal).ToDictionary(owner => owner.Key, owner => new OwnerQueue(owner.Key, owner.Value), StringComparer.Ordinal);

        // Below the cut first, so that the room kept for them is known when the others are given out.
        var drawn = new List<LeadToRoute>();
        foreach (var lead in leads.Where(lead => lead.Score.State != ScoreState.Over))
        {
            if (Draw(request.Seed, lead.Id) < request.ExploreShare)
            {
                drawn.Add(lead);
            }
            else
            {
                log.Add(new RoutedLead(lead.Id, lead.Score.State == ScoreState.OneQuestion ? LeadRoute.Ask : LeadRoute.Held, null, 0, Below(lead, request.Cut), lead.Score));
            }
        }

        var over = leads.Where(lead => lead.Score.State == ScoreState.Over).Select(lead => (Lead: lead, Owner: OwnerOf(lead, owners))).ToArray();
        foreach (var lead in drawn.OrderBy(lead => Draw(request.Seed, lead.Id)))
        {
            var owner = lead.AccountOwner is { } own && owners.TryGetValue(own, out var known) ? known : owners.Values.MaxBy(queue => queue.Capacity - queue.Explored.Count);

            // As long as leads over the cut wait, only the stated share of an owner's room goes to drawn ones.
            var room = owner is null ? 0 : Math.Max((int)Math.Ceiling(owner.Capacity * request.ExploreShare), owner.Capacity - over.Count(entry => entry.Owner is null || entry.Owner == owner));
            if (owner is not null && owner.Explored.Count < room)
            {
                owner.Explored.Add(lead);
            }
            else
            {
                log.Add(new RoutedLead(lead.Id, LeadRoute.Held, null, 0, new Wording("뽑혔지만 자리가 없어요.", "Drawn, but there is no room."), lead.Score));
            }
        }

        foreach (var (lead, first) in over)
        {
            var owner = first ?? owners.Values.Where(queue => queue.Room > 0).MaxBy(queue => queue.Room);
            if (owner is { Room: > 0 })
            {
                owner.Scored.Add(lead);
            }
            else
            {
                log.Add(new RoutedLead(lead.Id, LeadRoute.Waiting, owner?.Name, 0, Full(owner), lead.Score));
            }
        }

        return Result.Accepted<IReadOnlyList<RoutedLead>>([.. owners.Values.SelectMany(owner => owner.Places(request.Seed, request.Cut)), .. log.OrderBy(entry => entry.Route).ThenByDescending(entry => entry.Score.Expected).ThenBy(entry => entry.Id, StringComparer.Ordinal)]);
    }

    /// <summary>A number in [0, 1) that depends on the seed and the lead's id alone: the same lead is drawn again tomorrow, whoever else comes.</summary>
    internal static double Draw(long seed, string id)
    {
        // FNV-1a over the UTF-16 code units; the generator mixes it.
        var hash = 14695981039346656037UL;
        foreach (var unit in id)
        {
            hash = unchecked((hash ^ unit) * 1099511628211UL);
        }

        return new SeededRandom(seed ^ unchecked((long)hash), 17).NextUnit();
    }

    /// <summary>Whether a lead was taken or passed and is not back; then the log says so.</summary>
    private static bool IsDecided(RouteLeadsRequest request, LeadToRoute lead, List<RoutedLead> log)
    {
        var progress = request.Log.Of(lead.Id);
        var back = progress.ReturnsOn(request.TimingDays);
        if (progress.Words() is not { } words || back <= request.Today)
        {
            return false;
        }

        var why = back is { } day ? new Wording($"{words.Ko}. {Format.Date(day)}에 다시 올라와요.", $"{Capital(words.En)}; comes back on {Format.Date(day)}.") : new Wording(words.Ko + ".", Capital(words.En) + ".");
        log.Add(new RoutedLead(lead.Id, LeadRoute.Decided, null, 0, why, lead.Score));
        return true;
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static OwnerQueue? OwnerOf(LeadToRoute lead, Dictionary<string, OwnerQueue> owners) => lead.AccountOwner is { } name ? owners.GetValueOrDefault(name) : null;

    private static Wording Below(LeadToRoute lead, int cut) => lead.Score.State switch
    {
        ScoreState.OneQuestion => new($"기준 {Format.Whole(cut)}점까지 질문 하나 남았어요.", $"One question from the cut of {Format.Whole(cut)}."),
        ScoreState.MoreQuestions => new($"기준 {Format.Whole(cut)}점까지 질문이 둘 이상 남았어요.", $"More than one question from the cut of {Format.Whole(cut)}."),
        _ => new($"가장 높아도 {Format.Whole(lead.Score.High)}점이라 기준 {Format.Whole(cut)}점 아래예요.", $"At most {Format.Whole(lead.Score.High)}: below the cut of {Format.Whole(cut)}."),
    };

    private static Wording Full(OwnerQueue? owner) => owner is null
        ? new("담당자 모두 자리가 없어요.", "No owner has room.")
        : new($"담당자 {owner.Name}의 자리 {Format.Whole(owner.Capacity)}개가 찼어요.", $"All {Format.Whole(owner.Capacity)} places of {owner.Name} are taken.");
}
