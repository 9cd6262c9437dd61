using System.Globalization;
using Kindred.Core.Basics;
using Kindred.Core.Conditions;
using Kindred.Core.Scorecards;
using Kindred.Core.Tables;
using Kindred.Files;
using Kindred.Statistics.Resampling;

namespace Kindred.Bench;

/// <summary>Scoring: coded columns in memory beside a plain loop over lookup tables, and `kindred score` of a million rows beside typing the same file and scoring the table.</summary>
internal static class ScoreSpeed
{
    public static void Run()
    {
        Memory();
        Explain();
        File();
    }

    public static void Explain() => ExplainSpeed.Run(CodedCard());

    private static Scorecard CodedCard() =>
        Card(Enumerable.Range(0, 12).Select(i => (Field: "c" + Format.Whole(i), IsNumber: false, Words: Enumerable.Range(0, 6 + (i * 4)).Select(w => "w" + Format.Whole(w)).ToArray())).ToArray(), lines: 4);

    private static void Memory()
    {
        var card = CodedCard();
        const int rows = 20_000_000;
        var random = new SeededRandom(1);
        var table = new Table("coded", [.. card.Attributes.Select(attribute => (Column)Coded(random, attribute, rows))]);
        foreach (var attempt in new[] { "first", "warm", "warm" })
        {
            var (took, scores) = Measured.Here(() => ScoreTable.Of(card, table).Value);
            Console.WriteLine($"score memory {attempt,-5}    {took}  {rows} rows, 12 attributes, 4 lines: {Text(rows / took.CpuSeconds / 1e6)} million rows per CPU second, sum {scores.Sum(score => (long)score)}");
        }

        var (plain, sum) = Measured.Here(() => PlainLoop(card, table));
        Console.WriteLine($"score memory baseline {plain}  one lookup a cell, no lines: {Text(rows / plain.CpuSeconds / 1e6)} million rows per CPU second, sum {sum}");
    }

    private static void File()
    {
        using var scratch = new Scratch();
        var file = scratch.File("mixed.csv");
        MixedCsv.Write(file);
        var card = MixedCard();
        System.IO.File.WriteAllText(scratch.File("card.json"), CardFile.ToJson(card));
        Console.WriteLine($"file {Text(new FileInfo(file).Length / 1e6)} MB");
        for (var attempt = 0; attempt < 4; attempt++)
        {
            var (took, output, exit) = Scratch.Kindred("score", file, "--card", scratch.File("card.json"), "--out", scratch.File("scored.csv"), "--id", "number0");
            Console.WriteLine($"score file            {took}  whole process, exit {exit}, {Text(new FileInfo(scratch.File("scored.csv")).Length / 1e6)} MB written: {output.ReplaceLineEndings(" ")}");
        }

        var (baseline, total) = Measured.Here(() => ScoreTable.Of(card, TableFiles.Read(file).Value[0].Table).Value.Sum(score => (long)score));
        Console.WriteLine($"score file baseline   {baseline}  typing the whole file into memory and scoring it, nothing written: sum {total}");
    }

    /// <summary>Twelve columns of the mixed file: numbers, amounts, words, cities, booleans.</summary>
    private static Scorecard MixedCard()
    {
        string[] sectors = ["software", "fintech", "health", "retail", "education", "logistics"];
        string[] cities = ["Seoul", "Busan", "Austin", "Denver"];
        return Card(
            [
                ("number1", true, []), ("number2", true, []), ("amount0", true, []), ("amount1", true, []), ("sector0", false, sectors), ("sector1", false, sectors),
                ("city0", false, cities), ("city1", false, cities), ("city2", false, cities), ("flag0", false, ["True", "False"]), ("flag1", false, ["True", "False"]), ("flag2", false, ["True", "False"]),
            ],
            lines: 2);
    }

    private static Scorecard Card((string Field, bool IsNumber, string[] Words)[] fields, int lines)
    {
        var left = Scorecard.Total - (2 * lines);
        var attributes = fields.Select((field, i) => Attribute(field.Field, field.IsNumber, field.Words, (left / fields.Length) + (i < left % fields.Length ? 1 : 0))).ToArray();
        var words = fields.Where(field => !field.IsNumber).ToArray();
        CardLine[] drawn = [.. Enumerable.Range(0, lines).Select(i => new CardLine(new Conjunction([Condition.Is(words[i].Field, words[i].Words[0]), Condition.OneOf(words[i + 1].Field, words[i + 1].Words.Take(2))]), i == 1, 2, null, 20, 0.001, 100, 40))];
        var p = Enumerable.Range(0, 101).Select(score => 1 / (1 + Math.Exp(-(score - 50) / 10.0))).ToArray();
        return new Scorecard("bench", 1, ScorecardMode.Free, PublishState.Trial, Wording.Same("y"), attributes, drawn, new CardCalibration("platt", p, p, p), 60, 1000, 300, new DateOnly(2026, 11, 21), 1);
    }

    private static CardAttribute Attribute(string field, bool isNumber, string[] words, int most)
    {
        CardBin[] bins = isNumber
            ? [.. new[] { double.NegativeInfinity, 1000, 2500, 5000, 7500, 50_000, double.PositiveInfinity }.Pairwise().Select((pair, i) => new CardBin(CardBinKind.Value, Condition.Between(field, pair.From, pair.To), i == 3 ? most : i % (most + 1), 100, 30))]
            : [.. words.Select((word, i) => new CardBin(CardBinKind.Value, Condition.Is(field, word), i == 0 ? most : i % (most + 1), 100, 30)), new CardBin(CardBinKind.Other, null, 1)];
        return new CardAttribute(field, Wording.Same(field), null, isNumber, [.. bins, new CardBin(CardBinKind.Missing, null, 1, 20, 5)]);
    }

    private static IEnumerable<(double From, double To)> Pairwise(this double[] ends) => ends.Zip(ends.Skip(1));

    private static TextColumn Coded(SeededRandom random, CardAttribute attribute, int rows)
    {
        string[] words = ["", .. attribute.Bins.Where(bin => bin.Condition is not null).Select(bin => bin.Condition!.Values[0])];
        var codes = new byte[rows];
        for (var row = 0; row < rows; row++)
        {
            codes[row] = (byte)random.Below(words.Length);
        }

        return new TextColumn(attribute.Field, CodeArray.Of(codes, rows), words);
    }

    private static long PlainLoop(Scorecard card, Table table)
    {
        var columns = table.Columns.Select(column => ((TextColumn)column).Codes).ToArray();
        var points = table.Columns.Select((column, i) => ((TextColumn)column).Dictionary.Select(word => (card.Attributes[i].Bins.FirstOrDefault(bin => bin.Condition?.Values[0] == word) ?? card.Attributes[i].Bins[^1]).Points).ToArray()).ToArray();
        var sum = 0L;
        for (var row = 0; row < table.RowCount; row++)
        {
            for (var i = 0; i < columns.Length; i++)
            {
                sum += points[i][columns[i][row]];
            }
        }

        return sum;
    }

    private static string Text(double value) => value.ToString("F1", CultureInfo.InvariantCulture);
}
