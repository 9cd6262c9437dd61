using System.Globalization;
using System.Text.Json;
using Kindred.Core.Basics;
using Kindred.Core.Conditions;

namespace Kindred.Core.Scorecards;

/// <summary>Reads the shape of card.json: every property known, of its type, none missing, none unknown. Collects what is wrong instead of stopping at the first.</summary>
internal sealed class CardReader(string subject)
{
    private readonly CardProperties _properties = new(subject);

    internal IReadOnlyList<Reason> Reasons => _properties.Reasons;

    internal Scorecard? Card(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            _properties.Wrong("card", "an object", "객체", root);
            return null;
        }

        // A card of another schema is not read further: its other properties mean something else.
        var schema = root.TryGetProperty("schema", out var found) && found.TryGetInt32(out var number) ? number : 0;
        if (schema != Scorecard.Schema)
        {
            _properties.Add(CardChecks.OtherSchema(subject, schema, found));
            return null;
        }

        var at = _properties.Object(root, "", "schema", "name", "version", "mode", "state", "outcome", "cut", "rows", "positives", "learnedOn", "seed", "attributes", "lines", "calibration");
        return new Scorecard(
            at.Text("name"),
            at.Whole("version"),
            at.Among("mode", CardWords.Modes),
            at.Among("state", CardWords.States),
            at.Wording("outcome") ?? at.Missing("outcome"),
            at.Each("attributes", Attribute),
            at.Each("lines", Line),
            Calibration(at),
            at.Whole("cut"),
            at.Whole("rows"),
            at.Whole("positives"),
            Date(at),
            at.Long("seed"));
    }

    private static CardAttribute? Attribute(CardProperties.At at)
    {
        at = at.Only("field", "label", "category", "values", "direction", "question", "bins");
        var field = at.Text("field");
        var isNumber = at.Among("values", [(true, "number"), (false, "word")]);
        return new CardAttribute(
            field,
            at.Wording("label") ?? at.Missing("label"),
            at.AmongOrNull("category", CardWords.Categories),
            isNumber,
            at.Each("bins", bin => Bin(bin, field)),
            at.Among("direction", CardWords.Directions),
            at.Wording("question"));
    }

    private static CardBin? Bin(CardProperties.At at, string field)
    {
        var kind = at.Only("kind", "op", "above", "upTo", "words", "points", "rows", "positives").Among("kind", CardWords.Kinds);
        var condition = kind == CardBinKind.Value ? Condition(at, field) : null;
        return new CardBin(kind, condition, at.Whole("points"), at.Whole("rows"), at.Whole("positives"));
    }

    private static CardLine? Line(CardProperties.At at)
    {
        at = at.Only("conditions", "isAbsence", "points", "category", "chiSquared", "confirmedP", "rows", "positives");
        var conditions = at.Each("conditions", one => Condition(one.Only("field", "op", "above", "upTo", "words"), one.Text("field")));
        return new CardLine(
            new Conjunction(conditions), at.Flag("isAbsence"), at.Whole("points"), at.AmongOrNull("category", CardWords.Categories),
            at.Number("chiSquared"), at.Number("confirmedP"), at.Whole("rows"), at.Whole("positives"));
    }

    private static Condition? Condition(CardProperties.At at, string field)
    {
        var op = at.Among("op", CardWords.Ops);
        if (field.Length == 0 || at.HasFailed)
        {
            return null;
        }

        if (op == ConditionOp.Interval)
        {
            var above = at.NumberOrNull("above") ?? double.NegativeInfinity;
            var upTo = at.NumberOrNull("upTo") ?? double.PositiveInfinity;
            if (above < upTo && !(double.IsInfinity(above) && double.IsInfinity(upTo)))
            {
                return Conditions.Condition.Between(field, above, upTo);
            }

            at.Add(CardChecks.NotAnInterval(at.Subject, at.Path, above, upTo));
            return null;
        }

        var words = at.Words("words");
        if (words.Count == 0 || words.Contains(""))
        {
            at.Add(CardChecks.NoWords(at.Subject, at.Path));
            return null;
        }

        return op switch
        {
            ConditionOp.HasAny => Conditions.Condition.HasAny(field, words),
            ConditionOp.Equal when words.Count == 1 => Conditions.Condition.Is(field, words[0]),
            _ => Conditions.Condition.OneOf(field, words),
        };
    }

    private static CardCalibration? Calibration(CardProperties.At at) => at.ObjectOrNull("calibration", "method", "probability", "low", "high") is { } inner
        ? new CardCalibration(inner.Text("method"), inner.Numbers("probability"), inner.Numbers("low"), inner.Numbers("high"))
        : null;

    private static DateOnly Date(CardProperties.At at)
    {
        var text = at.Text("learnedOn");
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        at.Wrong("learnedOn", "a day yyyy-MM-dd", "yyyy-MM-dd 날짜");
        return default;
    }
}
