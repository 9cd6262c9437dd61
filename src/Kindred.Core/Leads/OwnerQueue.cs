using Kindred.Core.Basics;
using Kindred.Statistics.Resampling;

namespace Kindred.Core.Leads;

/// <summary>One owner's queue while leads are given out.</summary>
internal sealed class OwnerQueue(string name, int capacity)
{
    internal string Name { get; } = name;

    internal int Capacity { get; } = capacity;

    internal List<LeadToRoute> Scored { get; } = [];

    internal List<LeadToRoute> Explored { get; } = [];

    internal int Room => Capacity - Scored.Count - Explored.Count;

    /// <summary>Places of the queue: scored leads by their expectation, explored ones between them at drawn places, so that a place tells nothing.</summary>
    internal IEnumerable<RoutedLead> Places(long seed, int cut)
    {
        var random = new SeededRandom(seed, 19);
        var queue = Scored.Select(lead => (Lead: lead, IsExplored: false)).ToList();
        foreach (var lead in Explored)
        {
            queue.Insert(random.Below(queue.Count + 1), (lead, true));
        }

        return queue.Select((entry, i) => new RoutedLead(
            entry.Lead.Id, entry.IsExplored ? LeadRoute.Explored : LeadRoute.Queued, Name, i + 1, entry.IsExplored ? Drawn : Over(entry.Lead, cut), entry.Lead.Score));
    }

    private static readonly Wording Drawn = new("기준 아래에서 무작위로 뽑혔어요. 점수 없이 판단해요.", "Drawn at random from below the cut; judged without its score.");

    private Wording Over(LeadToRoute lead, int cut) => lead.AccountOwner == Name
        ? new($"기준 {Format.Whole(cut)}점을 넘었고 이 계정의 담당자예요.", $"Over the cut of {Format.Whole(cut)}; owner of the account.")
        : new($"기준 {Format.Whole(cut)}점을 넘었고 자리가 가장 많이 남은 담당자예요.", $"Over the cut of {Format.Whole(cut)}; the owner with most room left.");
}
