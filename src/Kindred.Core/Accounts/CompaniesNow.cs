using Kindred.Core.Basics;
using Kindred.Core.Tables;

namespace Kindred.Core.Accounts;

/// <summary>Every company's fields as known on the as-of day: the columns of the as-of tables, row i = company i.</summary>
public static class CompaniesNow
{
    /// <summary>The table; its columns that also stand in a view have the same names and meanings.</summary>
    public static Table Of(AccountFacts facts) => View(facts).Table;

    /// <summary>The table with the meaning of its columns.</summary>
    public static AsOfTable View(AccountFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var rows = new DecisionRows();
        var source = new (int Table, int Row)[facts.Companies.Count];
        Array.Fill(source, (-1, -1));
        for (var table = 0; table < facts.Placed.Count; table++)
        {
            // Wide sheets carry company columns on the decision's own row; the first row of a company speaks for it.
            if (facts.Placed[table].Mapping.Kind == TableKind.Companies)
            {
                continue;
            }

            var accounts = facts.Placed[table].Accounts;
            for (var row = 0; row < accounts.Length; row++)
            {
                if (accounts[row] >= 0 && source[accounts[row]].Table < 0)
                {
                    source[accounts[row]] = (table, row);
                }
            }
        }

        for (var account = 0; account < facts.Companies.Count; account++)
        {
            rows.Add(account, facts.AsOf, positive: false, deal: -1, source[account].Table, source[account].Row);
        }

        return ViewBuilder.Build(facts, rows, "companies", Wording.Same("")).Table;
    }
}
