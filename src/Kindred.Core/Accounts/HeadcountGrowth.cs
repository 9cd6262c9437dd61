using Kindred.Core.Basics;

namespace Kindred.Core.Accounts;

/// <summary>Growth between two dated head counts of a company, as a signal dated on the day of the later one: nobody knew it before.</summary>
public static class HeadcountGrowth
{
    /// <summary>What the signal is called; <c>SignalKinds</c> knows it.</summary>
    public const string Kind = "headcount growth";

    /// <summary>Least growth a year, as a share.</summary>
    public const double LeastYearly = 0.2;

    /// <summary>Least days between the two counts.</summary>
    public const int FewestDays = 30;

    /// <summary>A count is compared with the earliest one of this many days before it, so that a monthly list does not make a year of one person more.</summary>
    private const int MostDays = 400;

    /// <summary>One signal for every count that lies 20 % a year or more above the one it is compared with: the earliest of the 400 days before (at least 30 days earlier), else the latest older one.</summary>
    /// <param name="headcounts">In any order; counts of 0 are left out.</param>
    public static IEnumerable<Signal> Of(IEnumerable<Headcount> headcounts)
    {
        ArgumentNullException.ThrowIfNull(headcounts);
        foreach (var counts in headcounts.Where(count => count.People > 0).GroupBy(count => count.Account).OrderBy(group => group.Key))
        {
            var byDay = counts.OrderBy(count => count.On).ToArray();
            foreach (var now in byDay.DistinctBy(count => (count.On, count.People)))
            {
                var earlier = byDay.Where(count => Days(count, now) >= FewestDays).ToArray();
                if ((earlier.FirstOrDefault(count => Days(count, now) <= MostDays) ?? earlier.LastOrDefault()) is { } before
                    && Math.Pow(now.People / before.People, 365.25 / Days(before, now)) - 1 >= LeastYearly)
                {
                    yield return new Signal(now.Account, Kind, now.On, null, now.Source, $"{Format.Number(before.People)} ({Format.Date(before.On)}) → {Format.Number(now.People)} ({Format.Date(now.On)})");
                }
            }
        }
    }

    private static int Days(Headcount from, Headcount to) => to.On.DayNumber - from.On.DayNumber;
}
