using Kindred.Core.Patterns;
using Kindred.Core.Tables;
using Kindred.Files;
using Kindred.Statistics.Resampling;
using Kindred.Tests.Accounts;
using Xunit;

namespace Kindred.Tests.Proof;

/// <summary>Outcomes that say nothing: nothing may hold up more often than the stated error rate allows.</summary>
public sealed class ShuffledLabelsTests
{
    /// <summary>With an error rate of 5 %, twelve runs show three or more alarms in 2 % of cases (binomial).</summary>
    private const int Runs = 12;
    private const int MostAlarms = 2;

    [Fact]
    public void Run_SalvirtShuffled_ShowsNothingBeyondTheErrorRate()
    {
        var table = TableFiles.Read(SharedData.Path("salvirt-b2b-sales/Salvirt_B2B_ML_dataset.csv")).Value[0].Table;
        Assert.InRange(Alarms(seed => new MineRequest(Shuffled(table, "Status", seed), "Status", "Won", Prove: true, Seed: seed)), 0, MostAlarms);
    }

    [Fact]
    public void Run_DealsThatGoTogetherByAccount_ShowNothingBeyondTheErrorRate() =>
        Assert.InRange(Alarms(seed => new MineRequest(AccountDeals(seed), "won", "yes", Prove: true, AccountField: "account", Seed: seed)), 0, MostAlarms);

    [Fact]
    public void Run_DealsThatGoTogetherByAccount_TakenOneByOne_RaisesAlarms()
    {
        // The counter-check: the same files without the account column do fool a test that permutes rows, so the test above can fail.
        Assert.InRange(Alarms(seed => new MineRequest(AccountDeals(seed), "won", "yes", ["account"], Prove: true, Seed: seed)), MostAlarms + 1, Runs);
    }

    private static int Alarms(Func<int, MineRequest> request) =>
        Enumerable.Range(1, Runs).Count(seed => MinePatterns.Run(request(seed), TimeProvider.System).Value.Patterns.Any(pattern => pattern.Proof!.Status == PatternStatus.Proven));

    private static Table Shuffled(Table table, string target, int seed)
    {
        var order = Enumerable.Range(0, table.RowCount).ToArray();
        new SeededRandom(seed, 77).Shuffle(order.AsSpan());
        return new Table(table.Name, [.. table.Columns.Select(column => column.Name == target ? column.Take(order) : column)]);
    }

    /// <summary>80 accounts, 5 deals each, every account with a rate of its own that its fields say nothing about.</summary>
    private static Table AccountDeals(int seed)
    {
        const int accounts = 80;
        const int deals = 5;
        var random = new SeededRandom(seed, 78);
        string?[] Rows(IReadOnlyList<string> words) => [.. Enumerable.Range(0, accounts * deals).Select(row => words[row / deals])];
        var columns = new List<Column> { TextColumn.From("account", Rows([.. Enumerable.Range(0, accounts).Select(account => "A" + (char)(0x4E00 + account))])) };
        foreach (var (name, values) in new[] { ("plan", "abc"), ("region", "abcd"), ("crm", "abcde"), ("size", "abcd"), ("source", "abc"), ("cloud", "abc") })
        {
            columns.Add(TextColumn.From(name, Rows([.. Enumerable.Range(0, accounts).Select(_ => values[random.Below(values.Length)].ToString())])));
        }

        var rates = Enumerable.Range(0, accounts).Select(_ => 1 / (1 + Math.Exp(-3 * random.NextNormal()))).ToArray();
        columns.Add(TextColumn.From("won", [.. Enumerable.Range(0, accounts * deals).Select(row => random.NextUnit() < rates[row / deals] ? "yes" : "no")]));
        return new Table("deals", columns);
    }
}
