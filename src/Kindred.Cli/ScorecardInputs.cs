using System.Globalization;
using Kindred.Core.Basics;
using Kindred.Core.Conditions;
using Kindred.Core.Scorecards;
using Kindred.Core.Tables;

namespace Kindred.Cli;

/// <summary>The small files a card is learned with.</summary>
/// <param name="Directions">By field.</param>
/// <param name="Template">Categories and expert points.</param>
/// <param name="Folds">Per row its fold.</param>
internal sealed record ScorecardInputs(IReadOnlyDictionary<string, CardDirection>? Directions, CardTemplate? Template, IReadOnlyList<int>? Folds)
{
    public static Result<ScorecardInputs> Read(string? monotone, string? categories, string? folds, CancellationToken cancel)
    {
        var reasons = new List<Reason>();
        var directions = Take(monotone, cancel, ReadDirections, reasons);
        var template = Take(categories, cancel, ReadCategories, reasons);
        var foldOf = Take(folds, cancel, ReadFolds, reasons);
        return reasons.Count > 0 ? Result.Refused<ScorecardInputs>(reasons) : Result.Accepted(new ScorecardInputs(directions, template, foldOf));
    }

    private static T? Take<T>(string? path, CancellationToken cancel, Func<Table, Result<T>> read, List<Reason> reasons)
        where T : class
    {
        if (path is null)
        {
            return null;
        }

        var result = InputTables.ReadOne(path, cancel).Then(reading => read(reading.Table));
        if (result.TryGet(out var value, out var refused))
        {
            return value;
        }

        reasons.AddRange(refused);
        return null;
    }

    private static Result<IReadOnlyDictionary<string, CardDirection>> ReadDirections(Table table)
    {
        if (table.Find("field") is not { } field || table.Find("direction") is not { } direction)
        {
            return Missing<IReadOnlyDictionary<string, CardDirection>>("--monotone", "field,direction");
        }

        var directions = new Dictionary<string, CardDirection>(StringComparer.Ordinal);
        for (var row = 0; row < table.RowCount; row++)
        {
            if (!Enum.TryParse<CardDirection>(direction.TextAt(row), ignoreCase: true, out var parsed) || parsed == CardDirection.Any)
            {
                return Result.Refused<IReadOnlyDictionary<string, CardDirection>>("scorecards.direction", field.TextAt(row),
                    $"'{direction.TextAt(row)}'는 방향이 아니에요. rising, falling, peaked 가운데 하나로 적어 주세요.", $"'{direction.TextAt(row)}' is no direction. Write rising, falling or peaked.");
            }

            directions[field.TextAt(row)] = parsed;
        }

        return Result.Accepted<IReadOnlyDictionary<string, CardDirection>>(directions);
    }

    private static Result<CardTemplate> ReadCategories(Table table)
    {
        if (table.Find("field") is not { } field || table.Find("category") is not { } category)
        {
            return Missing<CardTemplate>("--categories", "field,category[,points][,value,share]");
        }

        var lines = new List<TemplateLine>();
        for (var row = 0; row < table.RowCount; row++)
        {
            var name = field.TextAt(row);
            if (!Enum.TryParse<CardCategory>(category.TextAt(row), ignoreCase: true, out var parsed))
            {
                return Result.Refused<CardTemplate>("scorecards.category", name,
                    $"'{category.TextAt(row)}'는 영역이 아니에요. firmographic, technology, trigger, buyability 가운데 하나로 적어 주세요.", $"'{category.TextAt(row)}' is no category. Write firmographic, technology, trigger or buyability.");
            }

            int? points = int.TryParse(table.Find("points")?.TextAt(row), NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : null;
            var text = table.Find("value")?.TextAt(row) ?? "";
            var share = double.TryParse(table.Find("share")?.TextAt(row), NumberStyles.Float, CultureInfo.InvariantCulture, out var part) ? part : 1;
            TemplateValue[] values = text.Length == 0 ? [] : [new TemplateValue(Parse(name, text), share)];
            var at = lines.FindIndex(line => line.Field == name);
            if (at >= 0)
            {
                lines[at] = lines[at] with { Values = [.. lines[at].Values, .. values] };
            }
            else
            {
                lines.Add(new TemplateLine(name, parsed, points, values));
            }
        }

        return Result.Accepted(new CardTemplate(lines, CardTemplate.DefaultShares));
    }

    // "(20,200]" is an interval, "a|b" words.
    private static Condition Parse(string field, string text)
    {
        var ends = text.Trim('(', ']', ')').Split(',');
        if (text[0] == '(' && ends.Length == 2)
        {
            double End(string end, double open) => double.TryParse(end, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : open;
            double above = End(ends[0], double.NegativeInfinity), upTo = End(ends[1], double.PositiveInfinity);
            if (above < upTo && (double.IsFinite(above) || double.IsFinite(upTo)))
            {
                return Condition.Between(field, above, upTo);
            }
        }

        return Condition.OneOf(field, text.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
    }

    private static Result<IReadOnlyList<int>> ReadFolds(Table table)
    {
        if (table.Find("row") is not NumberColumn row || table.Find("fold") is not NumberColumn fold)
        {
            return Missing<IReadOnlyList<int>>("--folds", "row,fold");
        }

        var folds = new int[table.RowCount];
        Array.Fill(folds, -1);
        for (var i = 0; i < folds.Length; i++)
        {
            if (row.IsMissing(i) || fold.IsMissing(i) || row[i] < 0 || row[i] >= folds.Length || row[i] != Math.Floor(row[i]) || fold[i] is < -1 or > 1000 || folds[(int)row[i]] >= 0)
            {
                return Result.Refused<IReadOnlyList<int>>(ScorecardChecks.Folds($"line {Format.Whole(i + 2)}: '{row.TextAt(i)},{fold.TextAt(i)}'"));
            }

            folds[(int)row[i]] = (int)fold[i];
        }

        return Result.Accepted<IReadOnlyList<int>>(folds);
    }

    private static Result<T> Missing<T>(string option, string wanted) => Result.Refused<T>("scorecards.columns", option,
        $"{option} 파일에는 {wanted} 열이 있어야 해요.", $"The file of {option} needs the columns {wanted}.");
}
