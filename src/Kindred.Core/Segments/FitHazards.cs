using System.Globalization;
using Kindred.Core.Basics;
using Kindred.Core.Tables;
using Kindred.Statistics.Survival;

namespace Kindred.Core.Segments;

/// <summary>What to fit in a flat table.</summary>
/// <param name="Table">The table.</param>
/// <param name="Duration">Column with the length of time.</param>
/// <param name="EventColumn">Column that says whether it ended.</param>
/// <param name="EventValue">Its value for "ended".</param>
/// <param name="Covariates">Columns whose bearing on the hazard is asked; text becomes one yes/no per word but the commonest.</param>
/// <param name="Ties">Treatment of ties.</param>
public sealed record HazardsRequest(Table Table, string Duration, string EventColumn, string EventValue, IReadOnlyList<string> Covariates, CoxTies Ties = CoxTies.Efron);

/// <summary>One line of a hazard model.</summary>
/// <param name="Name">Column, or <c>column=word</c>.</param>
/// <param name="Column">Column.</param>
/// <param name="Level">Word compared with the reference, or null for a number.</param>
/// <param name="Reference">The commonest word of the column, or null for a number.</param>
/// <param name="Coefficient">Log hazard ratio; null where the columns before it already say the same, or where it has no finite estimate.</param>
/// <param name="StandardError">Of the coefficient, or null.</param>
/// <param name="HazardRatio">How many times as fast it ends, per unit or against the reference; or null.</param>
/// <param name="Low">Lower end of its 95 % interval, or null.</param>
/// <param name="High">Upper end, or null.</param>
/// <param name="Z">Coefficient over error, or null.</param>
/// <param name="P">Two-sided p, or null.</param>
/// <param name="N">Rows with this word; all rows for a number.</param>
/// <param name="Why">Why there is no figure, or null.</param>
public sealed record HazardLine(string Name, string Column, string? Level, string? Reference, double? Coefficient, double? StandardError, double? HazardRatio, double? Low, double? High, double? Z, double? P, int N, Wording? Why);

/// <summary>A hazard model of a flat table.</summary>
/// <param name="Lines">Covariates in the order asked, words by how common they are.</param>
/// <param name="N">Rows used.</param>
/// <param name="Events">Of them ended.</param>
/// <param name="LeftOut">Rows with something missing.</param>
/// <param name="Ties">Treatment of ties.</param>
/// <param name="LogLikelihoodNull">Without covariates.</param>
/// <param name="LogLikelihood">With them.</param>
/// <param name="LikelihoodRatio">Test that none matters.</param>
/// <param name="Degrees">Its degrees of freedom.</param>
/// <param name="P">Its p.</param>
public sealed record HazardModel(IReadOnlyList<HazardLine> Lines, int N, int Events, int LeftOut, CoxTies Ties, double LogLikelihoodNull, double LogLikelihood, double LikelihoodRatio, int Degrees, double P);

/// <summary>Use case of <c>kindred cox</c>: what goes with a shorter life in any flat table.</summary>
public static class FitHazards
{
    private const int MostWords = 30;

    /// <summary>Fits.</summary>
    /// <returns>The model; refused: as <see cref="CompareSurvival"/>, and <c>segments.no-covariates</c>, <c>segments.covariate-twice</c>, <c>segments.one-value</c>, <c>segments.too-many-values</c>.</returns>
    public static Result<HazardModel> Run(HazardsRequest request, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Covariates.Count == 0)
        {
            return Result.Refused<HazardModel>("segments.no-covariates", "--covariates", "살펴볼 열을 하나 이상 적어 주세요. 예: Contract,MonthlyCharges", "Name at least one column to look at, as in Contract,MonthlyCharges.");
        }

        var missing = request.Covariates.Select(name => DurationColumns.Missing(request.Table, name)).OfType<Reason>().ToArray();
        if (missing.Length > 0)
        {
            return Result.Refused<HazardModel>(missing);
        }

        var used = new HashSet<string>(StringComparer.Ordinal) { request.Duration, request.EventColumn };
        return request.Covariates.FirstOrDefault(name => !used.Add(name)) is { } twice
            ? Result.Refused<HazardModel>("segments.covariate-twice", twice, $"'{twice}' 열을 두 번 쓸 수 없어요. 기간이나 이탈로 쓴 열도 뺄 수 있게 한 번만 적어 주세요.", $"Column '{twice}' is named twice. The duration and the event are no covariates either.")
            : DurationColumns.Read(request.Table, request.Duration, request.EventColumn, request.EventValue).Then(rows => Fit(request, rows, ct));
    }

    private static Result<HazardModel> Fit(HazardsRequest request, DurationRows rows, CancellationToken ct)
    {
        var columns = request.Covariates.Select(name => request.Table.Find(name)!).ToArray();
        var kept = Enumerable.Range(0, rows.Rows.Length).Where(i => Array.TrueForAll(columns, column => IsKnown(column, rows.Rows[i]))).ToArray();
        var at = kept.Select(i => rows.Rows[i]).ToArray();
        byte[] events = [.. kept.Select(i => rows.Events[i])];
        if (!events.Contains((byte)1))
        {
            return Result.Refused<HazardModel>("segments.no-events", request.EventColumn + "=" + request.EventValue, $"고른 열이 모두 적힌 {Format.Whole(kept.Length)}줄 가운데 끝난 것이 없어요. 빈 곳이 많은 열을 빼 주세요.", $"Of the {Format.Whole(kept.Length)} rows in which every column is filled none has ended. Leave out the columns with many empty cells.");
        }

        var covariates = new List<(HazardLine Line, double[] Values)>();
        foreach (var column in columns)
        {
            if (!Expand(column, at).TryGet(out var own, out var reasons))
            {
                return Result.Refused<HazardModel>(reasons);
            }

            covariates.AddRange(own);
        }

        var fit = CoxRegression.Fit([.. kept.Select(i => rows.Durations[i])], events, [.. covariates.Select(one => one.Values)], request.Ties, ct);
        var lines = covariates.Select((one, j) => Filled(one.Line, fit, j)).ToArray();
        var p = fit.Degrees == 0 ? 1 : Math.Exp(ChiSquaredTail.Log(Math.Max(0, fit.LikelihoodRatio), fit.Degrees));
        return Result.Accepted(new HazardModel(lines, fit.Count, fit.Events, request.Table.RowCount - kept.Length, request.Ties, fit.LogLikelihoodNull, fit.LogLikelihood, fit.LikelihoodRatio, fit.Degrees, p));
    }

    private static bool IsKnown(Column column, int row) => column is TextColumn text ? text.Codes[row] != 0 : !column.IsMissing(row);

    /// <summary>A number as it is; text as one yes/no per word but the commonest (a tie goes to the first by name).</summary>
    private static Result<IReadOnlyList<(HazardLine, double[])>> Expand(Column column, int[] rows)
    {
        var name = column.Name;
        if (column is NumberColumn numbers)
        {
            double[] values = [.. rows.Select(row => numbers[row])];
            return values.Distinct().Take(2).Count() < 2
                ? OneValue(name, rows.Length == 0 ? "" : values[0].ToString("R", CultureInfo.InvariantCulture))
                : Result.Accepted<IReadOnlyList<(HazardLine, double[])>>([(Empty(name, name, null, null, rows.Length), values)]);
        }

        string[] words = [.. rows.Select(row => column is TextColumn text ? text.RawAt(row) : column.TextAt(row))];
        var levels = words.CountBy(word => word).OrderByDescending(level => level.Value).ThenBy(level => level.Key, StringComparer.Ordinal).ToArray();
        if (levels.Length < 2)
        {
            return OneValue(name, levels.Length == 0 ? "" : levels[0].Key);
        }

        if (levels.Length > MostWords)
        {
            return Result.Refused<IReadOnlyList<(HazardLine, double[])>>("segments.too-many-values", name, $"'{name}' 열에 서로 다른 값이 {Format.Whole(levels.Length)}가지예요. {Format.Whole(MostWords)}가지까지 쓸 수 있으니 더 넓게 묶은 열을 골라 주세요.", $"Column '{name}' has {Format.Whole(levels.Length)} distinct values. Up to {Format.Whole(MostWords)} can be compared: name a coarser column.");
        }

        return Result.Accepted<IReadOnlyList<(HazardLine, double[])>>([.. levels.Skip(1).Select(level =>
            (Empty(name + "=" + level.Key, name, level.Key, levels[0].Key, level.Value), words.Select(word => word == level.Key ? 1.0 : 0.0).ToArray()))]);
    }

    private static HazardLine Empty(string name, string column, string? level, string? reference, int n) => new(name, column, level, reference, null, null, null, null, null, null, null, n, null);

    private static HazardLine Filled(HazardLine line, CoxFit fit, int j)
    {
        if (double.IsNaN(fit.Coefficients[j]))
        {
            return line with { Why = new Wording("앞에 적은 열들이 이미 같은 것을 말해요.", "The columns named before it already say the same.") };
        }

        var interval = fit.HazardRatioInterval(j);
        return fit.IsUnbounded[j] || !double.IsFinite(interval.High) || !(fit.StandardErrors[j] > 0)
            ? line with { Why = new Wording("끝난 것이 모두 한쪽에만 있어서 배수를 정할 수 없어요.", "All that ended lie on one side, so there is no finite ratio.") }
            : line with { Coefficient = fit.Coefficients[j], StandardError = fit.StandardErrors[j], HazardRatio = fit.HazardRatio(j), Low = interval.Low, High = interval.High, Z = fit.Z(j), P = fit.P(j) };
    }

    private static Result<IReadOnlyList<(HazardLine, double[])>> OneValue(string name, string value) => Result.Refused<IReadOnlyList<(HazardLine, double[])>>("segments.one-value", name,
        $"'{name}' 열의 값이 모두 '{value}'라서 견줄 수 없어요. 이 열을 빼 주세요.", $"Every row has '{name}' = '{value}', so there is nothing to compare. Leave this column out.");
}
