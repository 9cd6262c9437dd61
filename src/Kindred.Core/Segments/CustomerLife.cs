namespace Kindred.Core.Segments;

/// <summary>How long a customer paid without a break of more than a month. A return after a longer break is a reactivation and no second life.</summary>
/// <param name="Account">Company index.</param>
/// <param name="StartedOn">First paid day.</param>
/// <param name="EndedOn">First day no longer paid, or null while it pays.</param>
/// <param name="Months">Length up to then, or to the as-of day, in calendar months; &gt; 0.</param>
public sealed record CustomerLife(int Account, DateOnly StartedOn, DateOnly? EndedOn, double Months)
{
    /// <summary>True when it left.</summary>
    public bool HasEnded => EndedOn is not null;

    /// <summary>Whole months it was seen through; of a customer that left, the month it left in comes after them.</summary>
    public int FullMonths => HasEnded ? Math.Max(0, (int)Math.Ceiling(Months - 1e-9) - 1) : (int)Math.Floor(Months + 1e-9);

    /// <summary>Calendar months from one day to another, days as a share of the month they lie in.</summary>
    public static double Between(DateOnly from, DateOnly to)
    {
        var whole = ((to.Year - from.Year) * 12) + to.Month - from.Month;
        while (from.AddMonths(whole) > to)
        {
            whole--;
        }

        var start = from.AddMonths(whole);
        return whole + (double)(to.DayNumber - start.DayNumber) / (from.AddMonths(whole + 1).DayNumber - start.DayNumber);
    }
}
