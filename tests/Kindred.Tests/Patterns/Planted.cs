using Kindred.Core.Tables;
using Kindred.Files;
using Kindred.Statistics.Resampling;
using Xunit;

namespace Kindred.Tests.Patterns;

/// <summary>Tables made up for these tests: what is true in them is known.</summary>
internal static class Planted
{
    private static readonly string[] Sectors = ["software", "retail", "health", "energy"];
    private static readonly string[] Regions = ["north", "south", "west"];

    /// <summary>Companies with a sector, a region, a head count and a plan; nothing goes with the outcome unless <paramref name="uplift"/> is given.</summary>
    /// <param name="rows">Rows.</param>
    /// <param name="seed">Seed.</param>
    /// <param name="uplift">Added to the rate of 0.3 in software companies with more than 50 people.</param>
    public static (Table Table, byte[] Positive) Companies(int rows, int seed, double uplift = 0)
    {
        var random = new SeededRandom(seed);
        var sector = new string[rows];
        var region = new string[rows];
        var people = new double[rows];
        var age = new double[rows];
        var positive = new byte[rows];
        for (var row = 0; row < rows; row++)
        {
            sector[row] = Sectors[random.Below(Sectors.Length)];
            region[row] = Regions[random.Below(Regions.Length)];
            people[row] = Math.Round(Math.Exp(2 + 4 * random.NextUnit()));
            age[row] = random.Below(40);
            var isCore = sector[row] == "software" && people[row] > 50;
            positive[row] = random.NextUnit() < (isCore ? 0.3 + uplift : 0.3) ? (byte)1 : (byte)0;
        }

        return (new Table("companies", [TextColumn.From("sector", sector), TextColumn.From("region", region), new NumberColumn("employees", people), new NumberColumn("age", age)]), positive);
    }

    /// <summary>Names of all columns.</summary>
    public static string[] Fields(Table table) => [.. table.Columns.Select(column => column.Name)];

    /// <summary>The table with its outcome as a column "outcome" of "won" and "lost".</summary>
    public static Table WithOutcome(Table table, byte[] positive) =>
        new(table.Name, [.. table.Columns, TextColumn.From("outcome", [.. positive.Select(one => one == 1 ? "won" : "lost")])]);

    /// <summary>Path of a file below the shared folder; skips the test when it is absent.</summary>
    public static string Shared(string relative)
    {
        var root = Environment.GetEnvironmentVariable("KINDRED_SHARED");
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); root is null && folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "shared");
            root = Directory.Exists(Path.Combine(candidate, "data")) ? candidate : null;
        }

        var path = root is null ? null : Path.Combine(root, relative);
        Assert.SkipUnless(File.Exists(path), "Needs shared/" + relative + "; set KINDRED_SHARED to the folder that holds data/ and witness/.");
        return path!;
    }

    /// <summary>A shared file as one table.</summary>
    public static Table Read(string relative) => TableFiles.Read(Shared(relative), null, null, TestContext.Current.CancellationToken).Value[0].Table;
}
