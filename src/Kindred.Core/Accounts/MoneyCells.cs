using Kindred.Core.Basics;
using Kindred.Core.Standards;
using Kindred.Core.Tables;

namespace Kindred.Core.Accounts;

/// <summary>An amount column with the currency of each row: its own column, else the unit found by the reader, else the header; Korean headers mean won; else XXX, the ISO code for "none named".</summary>
internal sealed class MoneyCells(Column? column, Cells currencies)
{
    private const string NoCurrency = "XXX";

    private readonly Cells _amounts = new(column, asNumber: true);
    private readonly string _default = (column as NumberColumn)?.Currency
        ?? (column is null ? NoCurrency : MoneyUnit.OfHeader(column.Name)?.Currency ?? CodeIn(column.Name) ?? (column.Name.Any(Spelling.IsRunOn) ? "KRW" : NoCurrency));

    public bool IsAbsent => _amounts.IsAbsent;

    /// <summary>What the header says about the tax.</summary>
    public VatBasis Tax { get; } = column is null ? VatBasis.Unknown : Vat.OfHeader(column.Name);

    public Money? At(int row)
    {
        var amount = _amounts.Number(row);
        if (double.IsNaN(amount) || Math.Abs(amount) > 9e15)
        {
            return null;
        }

        var named = currencies.Text(row).Trim();
        return Money.FromMajor((decimal)amount, named.Length == 3 ? named.ToUpperInvariant() : CurrencyWord.Of(named) ?? _default);
    }

    private static string? CodeIn(string header)
    {
        var words = HeaderWords.Words(header);
        return words.Split(' ').Select(word => word.Length == 3 ? CurrencyWord.Of(word) : null).FirstOrDefault(code => code is not null);
    }
}
