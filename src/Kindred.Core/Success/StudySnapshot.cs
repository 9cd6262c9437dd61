using Kindred.Core.Basics;
using Kindred.Core.Tables;
using Kindred.Statistics.Binning;
using Kindred.Statistics.Calibration;
using Kindred.Statistics.Resampling;

namespace Kindred.Core.Success;

/// <summary>Use case of <c>kindred health FILE --event</c>: who left, from one snapshot.</summary>
public static class StudySnapshot
{
    /// <summary>Fewest rows of either outcome.</summary>
    public const int Fewest = 50;

    private const int NumberBins = 10;
    private const int MostWords = 60;
    private static readonly double[] Strengths = [1];

    /// <summary>Studies.</summary>
    /// <returns>The study; refused: <c>success.no-such-column</c>, <c>success.no-such-value</c>, <c>success.too-few</c>, <c>success.no-fields</c>.</returns>
    public static Result<SnapshotChurnStudy> Run(SnapshotRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var names = string.Join(", ", request.Table.Columns.Take(30).Select(column => column.Name));
        Reason[] missing = [.. request.LeaveOut.Prepend(request.EventColumn).Where(name => request.Table.Find(name) is null).Select(name => new Reason("success.no-such-column", name, new($"'{name}' 열이 없어요. 있는 열: {names}.", $"There is no column '{name}'. The file has: {names}.")))];
        if (missing.Length > 0)
        {
            return Result.Refused<SnapshotChurnStudy>(missing);
        }

        var outcome = request.Table.Find(request.EventColumn)!;
        int[] rows = [.. Enumerable.Range(0, request.Table.RowCount).Where(row => !outcome.IsMissing(row))];
        byte[] left = [.. rows.Select(row => string.Equals(outcome.TextAt(row), request.EventValue, StringComparison.OrdinalIgnoreCase) ? (byte)1 : (byte)0)];
        var events = left.Sum(value => value);
        if (events == 0)
        {
            var words = string.Join(", ", rows.Select(outcome.TextAt).Distinct(StringComparer.Ordinal).Take(20));
            return Result.Refused<SnapshotChurnStudy>("success.no-such-value", request.EventValue, $"'{request.EventColumn}' 열에 '{request.EventValue}' 값이 없어요. 있는 값: {words}.", $"Column '{request.EventColumn}' never holds '{request.EventValue}'. It holds: {words}.");
        }

        var fewer = Math.Min(events, rows.Length - events);
        if (fewer < Fewest)
        {
            return Result.Refused<SnapshotChurnStudy>("success.too-few", request.EventColumn, $"아직 말할 수 없어요. 떠난 {Format.Grouped(events)}줄, 남은 {Format.Grouped(rows.Length - events)}줄이에요. 둘 다 {Format.Whole(Fewest)}줄부터 배울 수 있어요.",
                $"Not enough to say: {Format.Grouped(events)} rows left and {Format.Grouped(rows.Length - events)} stayed; {Format.Whole(Fewest)} of each are needed.");
        }

        var (columns, leftOut) = Columns(request, rows);
        return columns.Count == 0
            ? Result.Refused<SnapshotChurnStudy>("success.no-fields", request.Table.Name, "살펴볼 열이 하나도 없어요. 고객마다 다른 값이 든 열을 더해 주세요.", "There is no column to look at. Add columns that differ between customers.")
            : Result.Accepted(Study(request, rows, left, columns, leftOut));
    }

    private static SnapshotChurnStudy Study(SnapshotRequest request, int[] rows, byte[] left, IReadOnlyList<Column> columns, IReadOnlyList<Wording> leftOut)
    {
        var folds = request.Folds is { } given ? [.. rows.Select(row => given[row])] : Clusters.Single(rows.Length).Folds(left, CalibratedLogistic.Folds, new SeededRandom(request.Seed, 64));
        var probability = new double[rows.Length];
        var areas = new List<AreaUnderCurve>();
        for (byte fold = 0; fold < CalibratedLogistic.Folds; fold++)
        {
            int[] train = [.. Enumerable.Range(0, rows.Length).Where(i => folds[i] != fold)], test = [.. Enumerable.Range(0, rows.Length).Where(i => folds[i] == fold)];
            var coded = Coded(columns, rows, train);
            var model = Fit(coded, left, train, request.Seed);
            foreach (var i in test)
            {
                probability[i] = model.Probability(Row(coded, i)).Value;
            }

            areas.Add(AreaUnderCurve.Of([.. test.Select(i => probability[i])], [.. test.Select(i => left[i])]));
        }

        var quality = CalibrationQuality.Of(probability, left, request.Seed);
        var (auc, low, high) = AreaUnderCurve.Pooled(areas);
        var all = Coded(columns, rows, [.. Enumerable.Range(0, rows.Length)]);
        var final = Fit(all, left, [.. Enumerable.Range(0, rows.Length)], request.Seed);
        return new SnapshotChurnStudy(rows.Length, left.Sum(value => value), [.. columns.Select(column => column.Name)], leftOut, auc, low, high, quality.Slope, quality.SlopeLow, quality.SlopeHigh, quality.LogLoss, quality.Brier, quality.ExpectedError, quality.ExpectedErrorLimit,
            [.. Customers(request, rows, left, final, all).OrderByDescending(customer => customer.Risk.Probability).ThenBy(customer => customer.Row)]);
    }

    private static CalibratedLogistic Fit(RiskField[] coded, byte[] left, int[] train, long seed) =>
        CalibratedLogistic.Run([.. coded.Select(field => Array.ConvertAll(train, i => field.Codes[i]))], [.. coded.Select(field => field.Levels.Length)], [.. train.Select(i => left[i])], Clusters.Single(train.Length), seed, Strengths);

    private static IEnumerable<SnapshotCustomer> Customers(SnapshotRequest request, int[] rows, byte[] left, CalibratedLogistic model, RiskField[] fields)
    {
        var key = request.Table.Columns.FirstOrDefault(column => column is TextColumn text && text.Dictionary.Length > 0.95 * request.Table.RowCount);
        int[] stayed = [.. Enumerable.Range(0, rows.Length).Where(i => left[i] == 0)];
        double[] usual = [.. fields.Select((field, j) => stayed.Average(i => model.Contribution(j, field.Codes[i])))];
        foreach (var i in stayed)
        {
            var (value, low, high) = model.Probability(Row(fields, i));
            RiskReason[] reasons = [.. fields.Select((field, j) => (Field: field, Log: model.Contribution(j, field.Codes[i]) - usual[j])).Where(pair => pair.Log > 0.1).OrderByDescending(pair => pair.Log).Take(3)
                .Select(pair => new RiskReason(pair.Field.Id, new($"{pair.Field.Label.Ko}: {pair.Field.Levels[pair.Field.Codes[i]].Ko}", $"{pair.Field.Label.En}: {pair.Field.Levels[pair.Field.Codes[i]].En}"), Math.Exp(pair.Log)))];
            yield return new SnapshotCustomer(rows[i], key?.TextAt(rows[i]) ?? "", new ChurnRisk(value, low, high, reasons));
        }
    }

    private static byte[] Row(RiskField[] fields, int i) => [.. fields.Select(field => field.Codes[i])];

    /// <summary>Columns that can say something: not the outcome, not one value throughout, not nearly another word in every row.</summary>
    private static (List<Column>, List<Wording>) Columns(SnapshotRequest request, int[] rows)
    {
        var kept = new List<Column>();
        var leftOut = new List<Wording>();
        foreach (var column in request.Table.Columns.Where(column => column.Name != request.EventColumn))
        {
            var values = rows.Select(column.TextAt).Distinct(StringComparer.Ordinal).Count();
            if (request.LeaveOut.Contains(column.Name))
            {
                leftOut.Add(new($"{column.Name}: 빼 달라고 하셨어요", $"{column.Name}: left out as asked"));
            }
            else if (values < 2)
            {
                leftOut.Add(new($"{column.Name}: 값이 하나뿐이에요", $"{column.Name}: one value throughout"));
            }
            else if (column is DateColumn || (column is not NumberColumn && values > Math.Max(MostWords, rows.Length / 10)))
            {
                leftOut.Add(new($"{column.Name}: 줄마다 거의 다른 값이에요", $"{column.Name}: nearly another value in every row"));
            }
            else
            {
                kept.Add(column);
            }
        }

        return (kept, leftOut);
    }

    /// <summary>Codes of every row; bins and words are those of the training rows.</summary>
    private static RiskField[] Coded(IReadOnlyList<Column> columns, int[] rows, int[] train) => [.. columns.Select(column =>
    {
        if (column is NumberColumn numbers)
        {
            double[] values = [.. rows.Select(row => numbers[row])];
            return RiskRows.Number(column.Name, Wording.Same(column.Name), values, EqualFrequencyBins.Edges([.. train.Select(i => values[i])], NumberBins));
        }

        return RiskRows.Words(column.Name, Wording.Same(column.Name), rows.Length, i => column.TextAt(rows[i]), train, MostWords);
    })];
}
