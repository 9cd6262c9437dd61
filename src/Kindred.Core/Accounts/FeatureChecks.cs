using System.Globalization;
using Kindred.Core.Basics;
using Kindred.Core.Tables;

namespace Kindred.Core.Accounts;

/// <summary>Leaves out what cannot describe a kind of company: constants, identifiers, free text.</summary>
internal static class FeatureChecks
{
    private const int FewestForIdentifier = 20;
    private const double IdentifierShare = 0.95;

    /// <summary>The reason a feature stays out, or null. An absent value everywhere is no reason: such a column simply is not there.</summary>
    public static Reason? Check(Feature feature, DecisionRows rows)
    {
        var (distinct, filled, owners) = Count(feature.Values, rows);
        var name = feature.Field.Name;
        if (distinct <= 1)
        {
            return new Reason("accounts.constant", name, new Wording("'" + name + "'은(는) 값이 한 가지뿐이라 비교할 수 없어요.", "'" + name + "' holds one value only, so nothing can be compared."));
        }

        if (feature.Values is DateColumn)
        {
            return new Reason("accounts.calendar", name, new Wording("'" + name + "'은(는) 날짜라서 조건이 될 수 없어요.", "'" + name + "' is a date, which is never a condition."));
        }

        if (feature.Values is TextColumn { Separator: null } && owners >= FewestForIdentifier && distinct >= IdentifierShare * owners)
        {
            return new Reason("accounts.identifier", name, new Wording("'" + name + "'은(는) 회사마다 값이 달라서 회사를 가리킬 뿐이에요.", "'" + name + "' differs for nearly every company: it names companies and describes none."));
        }

        if (feature.Values is TextColumn { Separator: null } && distinct > Math.Max(100, owners / 10))
        {
            var many = distinct.ToString(CultureInfo.InvariantCulture);
            return new Reason("accounts.too-many-values", name, new Wording("'" + name + "'은(는) 값이 " + many + "가지라서 조건으로 쓸 수 없어요.", "'" + name + "' holds " + many + " different values, too many for a condition."));
        }

        return filled == 0 ? new Reason("accounts.constant", name, new Wording("'" + name + "'이(가) 모두 비어 있어요.", "'" + name + "' is empty everywhere.")) : null;
    }

    private static (int Distinct, int Filled, int Owners) Count(Column column, DecisionRows rows)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        var numbers = new HashSet<double>();
        var owners = new HashSet<int>();
        var filled = 0;
        for (var row = 0; row < column.Length; row++)
        {
            if (column is TextColumn text)
            {
                // A word for "missing" stays a category of its own; an empty cell does not.
                if (text.Codes[row] == 0)
                {
                    continue;
                }

                words.Add(text.RawAt(row));
            }
            else if (column.IsMissing(row))
            {
                continue;
            }
            else
            {
                numbers.Add(column is NumberColumn number ? number[row] : ((DateColumn)column)[row]);
            }

            filled++;
            owners.Add(rows.Accounts[row]);
        }

        return (words.Count + numbers.Count, filled, owners.Count);
    }
}
