namespace Kindred.Statistics.Subgroups;

/// <summary>Which attribute of a triple comes first. An attribute of many cells and few selectors (tags) belongs in front, where its cells are added up once.</summary>
internal static class SweepOrder
{
    /// <summary>The order with the fewest additions of blocks, and how many those are about.</summary>
    public static (SweepAttribute A, SweepAttribute B, SweepAttribute C, double Cost) Cheapest(SweepAttribute first, SweepAttribute second, SweepAttribute third)
    {
        Span<int> orders = [0, 1, 2, 0, 2, 1, 1, 0, 2, 1, 2, 0, 2, 0, 1, 2, 1, 0];
        SweepAttribute[] all = [first, second, third];
        var (best, least) = (0, double.PositiveInfinity);
        for (var at = 0; at < orders.Length; at += 3)
        {
            var cost = Cost(all[orders[at]], all[orders[at + 1]], all[orders[at + 2]]);
            if (cost < least)
            {
                (best, least) = (at, cost);
            }
        }

        return (all[orders[best]], all[orders[best + 1]], all[orders[best + 2]], least);
    }

    private static double Cost(SweepAttribute a, SweepAttribute b, SweepAttribute c) =>
        (double)a.Additions * b.CellCount * c.CellCount + (double)a.SelectorCount * b.Additions * c.CellCount + (double)a.SelectorCount * b.SelectorCount * (c.Additions + 1);
}
