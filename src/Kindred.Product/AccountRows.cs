using System.Runtime.CompilerServices;
using Kindred.Core.Accounts;

namespace Kindred.Product;

/// <summary>The rows of every source table by company: the way from a company back to the files. Made once for a reading; safe for several threads.</summary>
public sealed class AccountRows
{
    private static readonly ConditionalWeakTable<AccountFacts, AccountRows> Kept = [];
    private readonly Lazy<(int[] Starts, int[] Rows)>[] _tables;

    private AccountRows(AccountFacts facts) => _tables = [.. facts.Placed.Select(placed => new Lazy<(int[], int[])>(() => ByAccount(placed.Accounts, facts.Companies.Count)))];

    /// <summary>Of a reading.</summary>
    public static AccountRows Of(AccountFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return Kept.GetValue(facts, one => new AccountRows(one));
    }

    /// <summary>Rows of a table that belong to a company, in file order.</summary>
    /// <param name="table">Index into <see cref="AccountFacts.Placed"/>.</param>
    /// <param name="account">Company index.</param>
    public ReadOnlySpan<int> Of(int table, int account)
    {
        var (starts, rows) = _tables[table].Value;
        return rows.AsSpan(starts[account], starts[account + 1] - starts[account]);
    }

    private static (int[] Starts, int[] Rows) ByAccount(int[] accounts, int companies)
    {
        var starts = new int[companies + 1];
        foreach (var account in accounts)
        {
            if (account >= 0)
            {
                starts[account + 1]++;
            }
        }

        for (var account = 0; account < companies; account++)
        {
            starts[account + 1] += starts[account];
        }

        var next = starts.AsSpan(0, companies).ToArray();
        var rows = new int[starts[companies]];
        for (var row = 0; row < accounts.Length; row++)
        {
            if (accounts[row] >= 0)
            {
                rows[next[accounts[row]]++] = row;
            }
        }

        return (starts, rows);
    }
}
