namespace Kindred.Sample.Making;

/// <summary>
/// The planted turn of US fintech: half of its deals won in the year before, 7 of 24 in the last ninety days, too few to tell. Nothing but days moves: a US fintech deal changes its closing day with another deal that ended
/// the same way, so every company keeps its outcome, and deals and wins by period stay what was drawn. The deals keep their places in the list, so that what is drawn deal by deal afterwards stays as it was.
/// </summary>
internal static class SettledDays
{
    private const int Recent = 90;
    private const int Year = 365;

    public static List<SampleDeal> Settle(SampleOptions options, SampleAccount[] accounts, List<SampleDeal> drawn, double scale)
    {
        if (options.Story != SampleStory.Good)
        {
            return drawn;
        }

        List<SampleDeal> deals = [.. drawn];
        var random = SeededGenerator.ForTopic(options.Seed, "us fintech days");
        var tries = deals.CountBy(deal => deal.Account).ToDictionary();
        int[] once = [.. Enumerable.Range(0, deals.Count).Where(i => deals[i].Outcome != SampleOutcome.Open && tries[deals[i].Account] == 1)];
        random.Shuffle<int>(once);
        var all = Enumerable.Range(0, deals.Count).Where(i => deals[i].Outcome != SampleOutcome.Open && IsUsFintech(accounts[deals[i].Account])).ToArray();
        var recentWon = (int)Math.Round(Planted.UsFintechLastWon * scale);
        var recentLost = (int)Math.Round(Planted.UsFintechLastDeals * scale) - recentWon;
        var yearWon = Math.Min((int)Math.Round(Planted.UsFintechYearWon * scale), all.Count(i => deals[i].Outcome == SampleOutcome.Won) - recentWon);
        var yearLost = (int)Math.Round(yearWon / Planted.UsFintechYearRate) - yearWon;
        if (yearWon <= 0 || all.Count(i => deals[i].Outcome == SampleOutcome.Lost) < recentLost + yearLost)
        {
            // A company this young or small has too few of them: they stay where they were drawn.
            return drawn;
        }

        Fill(SampleOutcome.Won, Period.Last, recentWon, [Period.Year, Period.Earlier]);
        Fill(SampleOutcome.Won, Period.Year, yearWon, [Period.Earlier]);
        Fill(SampleOutcome.Lost, Period.Last, recentLost, [Period.Year, Period.Earlier]);
        Fill(SampleOutcome.Lost, Period.Year, yearLost, [Period.Earlier]);
        foreach (var (i, rank) in Enumerable.Range(0, deals.Count).OrderBy(i => deals[i].Created).ThenBy(i => deals[i].Account).Select((i, rank) => (i, rank)))
        {
            deals[i] = deals[i] with { RecordId = drawn[rank].RecordId };
        }

        return deals;

        // Brings as many into a period as are wanted: in from the older ones, or out to the first of them.
        void Fill(SampleOutcome outcome, Period period, int wanted, Period[] others)
        {
            int[] Theirs(Period one) => [.. once.Where(i => deals[i].Outcome == outcome && IsUsFintech(accounts[deals[i].Account]) && PeriodOf(deals[i]) == one)];
            var now = all.Count(i => deals[i].Outcome == outcome && PeriodOf(deals[i]) == period);
            foreach (var other in others)
            {
                foreach (var i in Theirs(other).Take(Math.Max(0, wanted - now)))
                {
                    now += Exchange(i, period) ? 1 : 0;
                }
            }

            foreach (var i in Theirs(period).Take(Math.Max(0, now - wanted)))
            {
                _ = Exchange(i, others[0]);
            }
        }

        // Closing days change places; each keeps its own cycle, and nobody abroad is approached before the company sells there.
        bool Exchange(int mine, Period period)
        {
            var partner = once.Where(i => deals[i].Outcome == deals[mine].Outcome && PeriodOf(deals[i]) == period && !IsUsFintech(accounts[deals[i].Account]) && IsPossible(mine, deals[i].Closed) && IsPossible(i, deals[mine].Closed))
                .OrderBy(i => accounts[deals[i].Account].Group == accounts[deals[mine].Account].Group ? 0 : 1).FirstOrDefault(-1);
            if (partner < 0)
            {
                return false;
            }

            (deals[mine], deals[partner]) = (Moved(deals[mine], deals[partner].Closed), Moved(deals[partner], deals[mine].Closed));
            return true;
        }

        bool IsPossible(int deal, DateOnly closed) =>
            Moved(deals[deal], closed).Created >= options.AsOf.AddMonths(-Planted.Months + (accounts[deals[deal].Account].Country == "KR" ? 0 : Planted.MonthsBeforeAbroad));

        Period PeriodOf(SampleDeal deal) => deal.Closed > options.AsOf.AddDays(-Recent) ? Period.Last : deal.Closed > options.AsOf.AddDays(-Recent - Year) ? Period.Year : Period.Earlier;
    }

    private static SampleDeal Moved(SampleDeal deal, DateOnly closed) => deal with { Created = closed.AddDays(deal.Created.DayNumber - deal.Closed.DayNumber), Closed = closed };

    private static bool IsUsFintech(SampleAccount account) => account is { Country: "US", Industry: "fintech" };

    private enum Period
    {
        Last,
        Year,
        Earlier,
    }
}
