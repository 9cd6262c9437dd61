using Kindred.Core.Conditions;
using Kindred.Statistics.Subgroups;

namespace Kindred.Core.Patterns;

/// <summary>All selectors of a search in field order, with the conditions they stand for.</summary>
public sealed class SelectorPool
{
    private SelectorPool(SelectorBits bits, IReadOnlyList<Condition> conditions)
    {
        Bits = bits;
        Conditions = conditions;
    }

    /// <summary>Rows of each selector.</summary>
    public SelectorBits Bits { get; }

    /// <summary>Condition of each selector.</summary>
    public IReadOnlyList<Condition> Conditions { get; }

    /// <summary>Builds the row sets of every selector that covers enough rows.</summary>
    /// <param name="fields">Encoded fields.</param>
    /// <param name="labels">Bit per row: 1 positive.</param>
    /// <param name="rows">Number of rows.</param>
    /// <param name="minimumRows">Selectors with fewer rows are left out.</param>
    public static SelectorPool Build(IReadOnlyList<EncodedField> fields, ulong[] labels, int rows, int minimumRows)
    {
        ArgumentNullException.ThrowIfNull(fields);
        var bits = new SelectorBits(labels, rows);
        var conditions = new List<Condition>();
        for (var attribute = 0; attribute < fields.Count; attribute++)
        {
            var field = fields[attribute];
            foreach (var selector in field.Selectors)
            {
                var member = new bool[field.CellCount + 1];
                foreach (var cell in selector.Cells)
                {
                    member[cell] = true;
                }

                if (bits.Add(attribute, ConditionRows.WhereCode(field.Cells, member), minimumRows))
                {
                    conditions.Add(selector.Condition);
                }
            }
        }

        return new SelectorPool(bits, conditions);
    }

    /// <summary>The description of a subgroup found in this pool.</summary>
    public Conjunction Describe(Subgroup subgroup)
    {
        ArgumentNullException.ThrowIfNull(subgroup);
        return new Conjunction([.. subgroup.Selectors.Select(index => Conditions[index])]);
    }
}
