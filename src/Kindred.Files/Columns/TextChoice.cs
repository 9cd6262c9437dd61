using Kindred.Core.Basics;
using Kindred.Core.Tables;

namespace Kindred.Files.Columns;

/// <summary>Decides what kind of words a column holds: yes/no, lists, or plain words.</summary>
internal static class TextChoice
{
    internal static ColumnChoice Of(ColumnFacts column, Wording? why, bool asWords)
    {
        var plan = new ColumnPlan(column.Name, ColumnType.Text);
        if (!asWords && column.Words is { } words)
        {
            var values = words.Where(pair => !column.Profile.PlaceholderWords.ContainsKey(pair.Word)).ToList();
            if (BooleanWords.Of(values.Select(pair => pair.Word)) is { } booleans)
            {
                plan = plan with { Type = ColumnType.Boolean, Booleans = booleans };
            }
            else
            {
                plan = plan with { Separator = MultiValues.Separator(values) };
            }
        }

        return new ColumnChoice(plan, DateOrderFinding.None, null, 1, null) { Why = why };
    }
}
