using Kindred.Core.Standards;
using Kindred.Core.Tables;

namespace Kindred.Core.Accounts;

/// <summary>Asks the values of a column whether they can be what its header says. Looks at no more than 400 filled cells, spread over the column.</summary>
internal static class ColumnProbe
{
    private const int Sample = 400;

    /// <summary>True when the values fit the role, or when there are none.</summary>
    public static bool Fits(Column column, ColumnRole role) => role switch
    {
        ColumnRole.CreatedOn or ColumnRole.ClosedOn or ColumnRole.StartedOn or ColumnRole.EndedOn or ColumnRole.On or ColumnRole.PaidOn or ColumnRole.DueOn =>
            column is DateColumn || Mostly(column, text => Cells.Date(text) is not null),
        ColumnRole.Founded => column is DateColumn || Mostly(column, text => Cells.Date(text) is not null),
        ColumnRole.Amount or ColumnRole.SupplyAmount or ColumnRole.TotalAmount or ColumnRole.MonthlyAmount or ColumnRole.AnnualAmount or ColumnRole.Revenue
            or ColumnRole.Count or ColumnRole.Seconds or ColumnRole.Seats => column is NumberColumn || (column is TextColumn && Mostly(column, text => !double.IsNaN(Cells.Number(text)))),
        ColumnRole.Employees => column is NumberColumn || (column is TextColumn && Mostly(column, text => EmployeeRange.Read(text) is not null)),
        ColumnRole.Email => Mostly(column, text => text.Contains('@', StringComparison.Ordinal)),
        ColumnRole.Domain => Mostly(column, text => text.Contains('.', StringComparison.Ordinal)),
        ColumnRole.BusinessNumber => Mostly(column, text => text.Count(char.IsAsciiDigit) is >= 8 and <= 13),
        ColumnRole.IsWon or ColumnRole.IsClosed or ColumnRole.IsLost or ColumnRole.IsTrial or ColumnRole.IsConverted => Mostly(column, text => Cells.Flag(text) is not null),
        ColumnRole.Stage or ColumnRole.Pipeline or ColumnRole.Status or ColumnRole.DealType or ColumnRole.Lifecycle => column is TextColumn text && text.Dictionary.Length <= 300,
        ColumnRole.Source or ColumnRole.Industry or ColumnRole.Name or ColumnRole.Owner or ColumnRole.Title or ColumnRole.Country or ColumnRole.State or ColumnRole.City
            or ColumnRole.Technologies or ColumnRole.FundingStage or ColumnRole.Plan => column is TextColumn || (column.Type == ColumnType.Number && role == ColumnRole.Owner) || IsEmpty(column),
        ColumnRole.CompanyName => column is TextColumn || IsEmpty(column),
        _ => true,
    };

    /// <summary>True when no cell holds anything.</summary>
    public static bool IsEmpty(Column column)
    {
        for (var row = 0; row < column.Length; row++)
        {
            if (!column.IsMissing(row))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Mostly(Column column, Func<string, bool> fits)
    {
        int seen = 0, good = 0;
        var step = Math.Max(1, column.Length / (Sample * 4));
        for (var row = 0; row < column.Length && seen < Sample; row += step)
        {
            if (column.TextAt(row) is { Length: > 0 } text)
            {
                seen++;
                good += fits(text) ? 1 : 0;
            }
        }

        return seen == 0 || good * 2 >= seen;
    }
}
