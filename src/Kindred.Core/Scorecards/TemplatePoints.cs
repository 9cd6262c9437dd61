using Kindred.Core.Conditions;
using Kindred.Core.Tables;

namespace Kindred.Core.Scorecards;

/// <summary>Points people gave, in whole numbers and by cell.</summary>
internal static class TemplatePoints
{
    /// <summary>Most points of every line, in the template's order: those stated, and equal parts of what each category has left (largest remainders).</summary>
    public static int[] Maxima(CardTemplate template)
    {
        var maxima = template.Lines.Select(line => line.Points ?? 0).ToArray();
        for (var category = 0; category < template.Shares.Count; category++)
        {
            int[] open = [.. Enumerable.Range(0, maxima.Length).Where(i => (int)template.Lines[i].Category == category && template.Lines[i].Points is null)];
            var left = template.Shares[category] - Enumerable.Range(0, maxima.Length).Where(i => (int)template.Lines[i].Category == category).Sum(i => maxima[i]);
            for (var i = 0; i < open.Length; i++)
            {
                maxima[open[i]] = left / open.Length + (i < left % open.Length ? 1 : 0);
            }
        }

        return maxima;
    }

    /// <summary>Mean points of the learning rows of each cell; null where people set no values.</summary>
    public static double[]? ByCell(Table table, TemplateLine line, CardTemplate template, FieldCells cells, int[] rows)
    {
        if (line.Values.Count == 0)
        {
            return null;
        }

        var points = Maxima(template)[template.Lines.ToList().IndexOf(line)];
        var share = ShareOfRows(table, line);
        var sum = new double[cells.Count];
        var count = new int[cells.Count];
        foreach (var row in rows)
        {
            sum[cells.Cells[row]] += points * share[row];
            count[cells.Cells[row]]++;
        }

        // Missing is not bad: half the points.
        return [.. sum.Select((total, cell) => cell == 0 ? points / 2.0 : count[cell] > 0 ? total / count[cell] : 0)];
    }

    /// <summary>Per row the share of a line's points: of the first value that holds, else 0.</summary>
    public static double[] ShareOfRows(Table table, TemplateLine line)
    {
        var share = new double[table.RowCount];
        foreach (var value in line.Values.Reverse())
        {
            var holds = ConditionRows.Of(table, value.Condition);
            for (var row = 0; row < share.Length; row++)
            {
                share[row] = (holds[row >> 6] >> (row & 63) & 1) == 1 ? value.Share : share[row];
            }
        }

        return share;
    }
}
