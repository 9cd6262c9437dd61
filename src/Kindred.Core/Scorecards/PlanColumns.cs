using System.Globalization;
using Kindred.Core.Basics;
using Kindred.Core.Tables;

namespace Kindred.Core.Scorecards;

/// <summary>A column of a table as a card sees it: per code what it means, or a number a row.</summary>
/// <param name="Field">Field of the card.</param>
/// <param name="Codes">Codes a row; null for a column of plain numbers.</param>
/// <param name="OfCode">Meaning of each code; empty for a column of plain numbers.</param>
/// <param name="Numbers">Numbers a row; null for a coded column.</param>
internal sealed record PlanColumn(PlanField Field, CodeArray? Codes, PlanClass[] OfCode, NumberColumn? Numbers)
{
    /// <summary>What the value of a row means.</summary>
    internal PlanClass At(int row) => Codes is not null ? OfCode[Codes[row]] : Field.Classes[Field.ClassOf(Numbers![row])];

    /// <summary>Whether the cell of a row is empty, or stands for "missing" in a field of numbers.</summary>
    internal bool IsMissing(int row) => Codes is null ? double.IsNaN(Numbers![row]) : Codes[row] == 0 || (Field.Attribute is not null && At(row) == Field.Missing);
}

/// <summary>Brings a card's fields and a table's columns together, or says why they do not fit.</summary>
internal static class PlanColumns
{
    internal static Result<PlanColumn[]> Of(CardPlan plan, Table table, long[]? lines = null)
    {
        var columns = new List<PlanColumn>();
        var reasons = new List<Reason>();
        foreach (var field in plan.Fields)
        {
            switch (table.Find(field.Name))
            {
                case null when field.IsOnlyAsked:
                    columns.Add(new PlanColumn(field, CodeArray.Of(new byte[table.RowCount], table.RowCount), [field.Missing], null));
                    break;
                case null:
                    reasons.Add(ScoreChecks.NoSuchField(table, field.Name));
                    break;
                case DateColumn dates:
                    reasons.Add(ScoreChecks.DateInField(table.Name, field, dates));
                    break;
                case NumberColumn { Codes: { } codes, Distinct: { } distinct }:
                    columns.Add(new PlanColumn(field, codes, [.. distinct.Select(field.Judge)], null));
                    break;
                case NumberColumn numbers when field.IsNumber:
                    columns.Add(new PlanColumn(field, null, [], numbers));
                    break;
                case NumberColumn numbers:
                    columns.Add(Coded(field, numbers));
                    break;
                case TextColumn text when field.IsNumber:
                    Numeric(field, text, table, lines, columns, reasons);
                    break;
                case TextColumn text:
                    columns.Add(new PlanColumn(field, text.Codes, [.. text.Dictionary.Select(word => field.Judge(word, text.Separator))], null));
                    break;
            }
        }

        return reasons.Count > 0 ? Result.Refused<PlanColumn[]>(reasons) : Result.Accepted(columns.ToArray());
    }

    /// <summary>Numbers in a field of words are judged one distinct value at a time.</summary>
    private static PlanColumn Coded(PlanField field, NumberColumn numbers)
    {
        var index = new Dictionary<double, int> { [double.NaN] = 0 };
        var distinct = new List<double> { double.NaN };
        var codes = new int[numbers.Length];
        for (var row = 0; row < codes.Length; row++)
        {
            if (!index.TryGetValue(numbers[row], out codes[row]))
            {
                codes[row] = distinct.Count;
                index.Add(numbers[row], distinct.Count);
                distinct.Add(numbers[row]);
            }
        }

        return new PlanColumn(field, CodeArray.From(codes, distinct.Count), [.. distinct.Select(field.Judge)], null);
    }

    /// <summary>A column that a short file left as words may still hold only numbers; any other word is refused, never guessed.</summary>
    private static void Numeric(PlanField field, TextColumn text, Table table, long[]? lines, List<PlanColumn> columns, List<Reason> reasons)
    {
        var ofCode = new PlanClass[text.Dictionary.Length];
        for (var code = 0; code < ofCode.Length; code++)
        {
            if (text.IsPlaceholder(code))
            {
                ofCode[code] = field.Missing;
            }
            else if (double.TryParse(text.Dictionary[code], NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number))
            {
                ofCode[code] = field.Judge(number);
            }
            else
            {
                reasons.Add(ScoreChecks.WordInNumber(table.Name, field, text, code, lines));
                return;
            }
        }

        columns.Add(new PlanColumn(field, text.Codes, ofCode, null));
    }
}
