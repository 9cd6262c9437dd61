using System.Diagnostics;
using System.Globalization;
using System.Security;
using System.Text;
using Kindred.Core.Basics;
using Kindred.Core.Conditions;
using Kindred.Core.Scorecards;
using Kindred.Core.Tables;
using Kindred.Product;
using Kindred.Host.Tests.Storage;
using Kindred.Statistics.Resampling;
using Kindred.Tests.Scorecards;
using Microsoft.Data.Sqlite;
using Npgsql;
using Xunit;

namespace Kindred.Host.Tests.Scorecards;

/// <summary>A card gives the same score wherever it is evaluated.</summary>
public sealed class ExportCardTests(PostgresServer server) : IClassFixture<PostgresServer>
{
    private const int Cards = 4;
    private const int RowsEach = 50_000;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sql_TwoHundredThousandRowsInSqlite_ScoresTheSame()
    {
        await using var database = await CardDatabase.OpenAsync(new SqliteConnection("Data Source=:memory:"), SqlDialect.Sqlite);
        await CompareAsync(database);
    }

    [Fact]
    public async Task Sql_TwoHundredThousandRowsInPostgres_ScoresTheSame()
    {
        await using var database = await CardDatabase.OpenAsync(new NpgsqlConnection(await server.FreshAsync()), SqlDialect.Postgres);
        await CompareAsync(database);
    }

    [Fact]
    public async Task Formulas_InLibreOffice_ScoreTheSame()
    {
        Assert.SkipUnless((Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, "soffice"))), "LibreOffice (soffice) is not on the path");
        var folder = Directory.CreateTempSubdirectory("kindred-formula-").FullName;
        try
        {
            var random = new SeededRandom(3);
            var card = RandomCards.Card(random, 8, 5);
            var table = Spaced(RandomCards.Rows(random, card, 300));
            await File.WriteAllTextAsync(Path.Combine(folder, "card.fods"), Sheet(card, table), Ct);
            using var process = Process.Start(new ProcessStartInfo("soffice", ["-env:UserInstallation=file://" + folder + "/profile", "--headless", "--convert-to", "csv", "--outdir", folder, Path.Combine(folder, "card.fods")]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            await process.WaitForExitAsync(Ct);
            var found = File.ReadLines(Path.Combine(folder, "card.csv")).Select(line => line.Split(',')).ToArray();
            var expected = ScoreTable.Of(card, table).Value;
            Assert.Equal(expected.Length, found.Length);
            for (var row = 0; row < expected.Length; row++)
            {
                Assert.True(found[row][^1] == Format.Whole(expected[row]) && found[row][^2] == found[row][^1], $"row {row + 1}: {string.Join(',', found[row])}, expected {expected[row]}");
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task FormulaFile_OpenedInLibreOffice_ScoresTheRowThatIsFilledIn()
    {
        Assert.SkipUnless((Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, "soffice"))), "LibreOffice (soffice) is not on the path");
        var folder = Directory.CreateTempSubdirectory("kindred-formula-file-").FullName;
        try
        {
            var random = new SeededRandom(5);
            var card = RandomCards.Card(random, 8, 5);
            var empty = new Table("leads", [.. RandomCards.Rows(random, card, 1).Columns.Select(column => column is TextColumn ? (Column)TextColumn.From(column.Name, [""]) : new NumberColumn(column.Name, [double.NaN]))], 1);
            await File.WriteAllTextAsync(Path.Combine(folder, "in.csv"), CardExports.Text(card, "formula", "leads").Value, Ct);
            using var process = Process.Start(new ProcessStartInfo("soffice", ["-env:UserInstallation=file://" + folder + "/profile", "--headless", "--infilter=CSV:44,34,76,1,,0,false,true,false,false,false,-1", "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1", "--outdir", Path.Combine(folder, "out"), Path.Combine(folder, "in.csv")]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            await process.WaitForExitAsync(Ct);
            var lines = File.ReadAllLines(Directory.EnumerateFiles(Path.Combine(folder, "out"), "*.csv").Single());
            // Behind the score stand only the names of the card, which have nothing in the row.
            Assert.True(Format.Whole(ScoreTable.Of(card, empty).Value[0]) == lines[1].TrimEnd(',').Split(',')[^1], string.Join('\n', lines));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task CompareAsync(CardDatabase database)
    {
        var rows = 0;
        for (var seed = 0; seed < Cards; seed++)
        {
            var random = new SeededRandom(seed, 3);
            var card = RandomCards.Card(random, 9 + seed, 4 * seed);
            var table = Spaced(RandomCards.Rows(random, card, RowsEach));
            var expected = ScoreTable.Of(card, table).Value;
            var scores = await database.ScoresAsync(table, ExportCard.SqlQuery(card, database.Dialect, "leads"));
            for (var row = 0; row < expected.Length; row++)
            {
                Assert.True(expected[row] == scores[row], $"card {seed}, row {row}: {expected[row]} here, {scores[row]} in {database.Dialect}");
            }

            rows += expected.Length;
        }

        Assert.Equal(200_000, rows);
    }

    /// <summary>Multi-value columns as the export takes them: separated by ';'.</summary>
    private static Table Spaced(Table table) => new(table.Name, [.. table.Columns.Select(column => column is TextColumn text ? new TextColumn(text.Name, text.Codes, text.Dictionary, separator: ';') : column)]);

    /// <summary>A flat OpenDocument sheet whose formulas are read as Excel's.</summary>
    private static string Sheet(Scorecard card, Table table)
    {
        var xml = new StringBuilder("""
            <?xml version="1.0" encoding="UTF-8"?>
            <office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:msoxl="http://schemas.microsoft.com/office/excel/formula" office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:body><office:spreadsheet><table:table table:name="s">
            """);
        for (var row = 0; row < table.RowCount; row++)
        {
            xml.Append("<table:table-row>");
            var formulas = ExportCard.Formulas(card, row + 1);
            foreach (var field in formulas.Fields)
            {
                xml.Append(Cell(table.Find(field)!, row));
            }

            foreach (var formula in formulas.Parts.Select(part => part.Formula).Append(formulas.Total).Append(formulas.Whole!))
            {
                xml.Append("<table:table-cell table:formula=\"msoxl:").Append(SecurityElement.Escape(formula)).Append("\"/>");
            }

            xml.Append("</table:table-row>");
        }

        return xml.Append("</table:table></office:spreadsheet></office:body></office:document>").ToString();
    }

    private static string Cell(Column column, int row) => column switch
    {
        NumberColumn number => double.IsNaN(number[row]) ? "<table:table-cell/>" : string.Create(CultureInfo.InvariantCulture, $"<table:table-cell office:value-type=\"float\" office:value=\"{number[row]:R}\"/>"),
        TextColumn text when text.Codes[row] > 0 => $"<table:table-cell office:value-type=\"string\"><text:p>{SecurityElement.Escape(text.RawAt(row))}</text:p></table:table-cell>",
        _ => "<table:table-cell/>",
    };
}
