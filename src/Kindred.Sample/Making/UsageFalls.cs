namespace Kindred.Sample.Making;

/// <summary>
/// Quarters in which a customer's use of the key feature halves: of those who leave, the last quarter of some; of everybody, some other quarters. Counted out rather than drawn one by one, so that of the months in
/// which a fall of 40 % is seen about 27 % are followed by leaving within 90 days, against about 4 % of the other months.
/// </summary>
internal static class UsageFalls
{
    /// <summary>Of the customers that leave, the share whose use falls before.</summary>
    private const double BeforeLeaving = 0.45;

    /// <summary>Falls that mean nothing for each one that does: a fall lasts two months, and is seen in the second as well about half of the time.</summary>
    private const double OthersForEach = 2.3;
    private const int FewestMonths = 5;

    /// <summary>Customer and quarter before its last month, 0 the last one.</summary>
    public static HashSet<(int Customer, int Quarter)> Make(SampleOptions options, SampleCustomer[] customers, Func<int, int> months)
    {
        var random = SeededGenerator.ForTopic(options.Seed, "usage falls");
        int[] leaving = [.. Enumerable.Range(0, customers.Length).Where(i => customers[i].Ended is not null && months(i) >= FewestMonths)];
        random.Shuffle<int>(leaving);
        var chosen = leaving.Take((int)Math.Round(BeforeLeaving * leaving.Length)).Select(i => (i, 0)).ToArray();
        (int, int)[] others = [.. Enumerable.Range(0, customers.Length).SelectMany(i => Enumerable.Range(0, Math.Max(0, months(i) - 3) / 3).Where(quarter => quarter > 0 || customers[i].Ended is null).Select(quarter => (i, quarter)))];
        random.Shuffle<(int, int)>(others);
        return [.. chosen, .. others.Take((int)Math.Round(OthersForEach * chosen.Length))];
    }
}
