namespace Kindred.Core.Accounts;

/// <summary>Rows of a question: per row the company, the day of the decision, the outcome, and where it comes from.</summary>
internal sealed class DecisionRows
{
    public List<int> Accounts { get; } = [];

    /// <summary>Day numbers; -1 when unknown.</summary>
    public List<int> Days { get; } = [];

    public List<byte> Positive { get; } = [];

    /// <summary>Indices of deals; -1 where the row is an account.</summary>
    public List<int> Deals { get; } = [];

    /// <summary>Source table and row of each decision, or (-1, -1): company-level columns may stand on the deal row itself.</summary>
    public List<(int Table, int Row)> Sources { get; } = [];

    public int Count => Accounts.Count;

    /// <summary>A day some days later; the last possible day where the calendar ends (9999-12-31 stands for "no end" in many exports).</summary>
    public static DateOnly Later(DateOnly day, int days) => DateOnly.FromDayNumber(Math.Min(DateOnly.MaxValue.DayNumber, day.DayNumber + days));

    public void Add(int account, DateOnly? day, bool positive, int deal, int table, int row)
    {
        Accounts.Add(account);
        Days.Add(day?.DayNumber ?? -1);
        Positive.Add(positive ? (byte)1 : (byte)0);
        Deals.Add(deal);
        Sources.Add((table, row));
    }
}
