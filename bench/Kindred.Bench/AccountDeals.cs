using System.Globalization;
using Kindred.Core.Tables;
using Kindred.Statistics.Resampling;

namespace Kindred.Bench;

/// <summary>
/// 200 accounts with 5 deals each. Every account has its own rate of winning (logit-normal, standard deviation 2) that none of its ten fields says anything about:
/// rows of one account go together, so permuting rows would call noise proven.
/// </summary>
internal static class AccountDeals
{
    private const int Accounts = 200;
    private const int Deals = 5;
    private static readonly int[] Values = [2, 3, 4, 5, 6, 3, 4, 2];

    public static Table Table(int seed)
    {
        var random = new SeededRandom(seed, 78);
        var fields = Values.Select(count => Enumerable.Range(0, Accounts).Select(_ => random.Below(count)).ToArray()).ToArray();
        var sizes = Enumerable.Range(0, Accounts).Select(_ => Math.Round(Math.Exp(4 + 1.3 * random.NextNormal()))).ToArray();
        var ages = Enumerable.Range(0, Accounts).Select(_ => (double)random.Below(40)).ToArray();
        var won = new List<string?>();
        for (var account = 0; account < Accounts; account++)
        {
            var rate = 1 / (1 + Math.Exp(1 - 2 * random.NextNormal()));
            won.AddRange(Enumerable.Range(0, Deals).Select(_ => random.NextUnit() < rate ? "yes" : "no"));
        }

        string?[] Words(Func<int, string> word) => [.. Enumerable.Range(0, Accounts * Deals).Select(row => word(row / Deals))];
        double[] Numbers(double[] values) => [.. Enumerable.Range(0, Accounts * Deals).Select(row => values[row / Deals])];
        return new Table("deals",
        [
            TextColumn.From("account", Words(account => "A" + account.ToString(CultureInfo.InvariantCulture))),
            .. fields.Select((values, field) => (Column)TextColumn.From("field " + field.ToString(CultureInfo.InvariantCulture), Words(account => "v" + values[account].ToString(CultureInfo.InvariantCulture)))),
            new NumberColumn("employees", Numbers(sizes)),
            new NumberColumn("founded years ago", Numbers(ages)),
            TextColumn.From("won", won),
        ]);
    }
}
