using Kindred.Core.Accounts;
using Kindred.Core.Conditions;
using Kindred.Core.Patterns;
using Kindred.Statistics.Resampling;

namespace Kindred.Core.Profiles;

/// <summary>Rates of a question inside and outside of any conditions; labels and accounts are laid out once.</summary>
internal sealed class QuestionRates
{
    private readonly AsOfTable _table;
    private readonly Clusters _clusters;
    private readonly ulong[] _labels;

    public QuestionRates(AsOfTable table)
    {
        _table = table;
        _clusters = Clusters.From(table.Accounts);
        _labels = new ulong[ConditionRows.Everything(table.Table.RowCount).Length];
        for (var row = 0; row < table.Positive.Length; row++)
        {
            _labels[row >> 6] |= (ulong)table.Positive[row] << (row & 63);
        }
    }

    public (Rate Inside, Rate Outside) Of(Conjunction conditions)
    {
        var rows = ConditionRows.Of(_table.Table, conditions);
        var rest = ConditionRows.Everything(_table.Table.RowCount);
        for (var word = 0; word < rest.Length; word++)
        {
            rest[word] &= ~rows[word];
        }

        return (ClusteredRate.Of(rows, _labels, _clusters), ClusteredRate.Of(rest, _labels, _clusters));
    }
}
