using Kindred.Core.Standards;

namespace Kindred.Core.Accounts;

/// <summary>The columns of a table that say which company a row belongs to, each distinct word standardised once.</summary>
internal sealed class LinkColumns
{
    private readonly Cells _key;
    private readonly Cells _name;
    private readonly Cells _number;
    private readonly Cells _email;
    private readonly Cells[] _domains;
    private readonly Dictionary<string, CompanyName> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Domain?> _hosts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> _numbers = new(StringComparer.Ordinal);

    public LinkColumns(SourceTable source, TableMapping mapping)
    {
        var own = mapping.Kind is TableKind.Companies or TableKind.Wide;
        _key = Of(source, mapping, own ? ColumnRole.Key : ColumnRole.CompanyKey);
        _name = Of(source, mapping, ColumnRole.CompanyName);
        _name = _name.IsAbsent && own ? Of(source, mapping, ColumnRole.Name) : _name;
        _number = Of(source, mapping, ColumnRole.BusinessNumber);
        _email = Of(source, mapping, ColumnRole.Email);
        _domains = [.. mapping.Columns.Where(column => column.Role == ColumnRole.Domain).Select(column => new Cells(source.Table.Find(column.Column)))];
    }

    /// <summary>Numbers refused, by reason code: a resident number is counted and never kept.</summary>
    public Dictionary<string, int> Refused { get; } = new(StringComparer.Ordinal);

    /// <summary>Rows whose number had lost its leading zeros.</summary>
    public int Padded { get; private set; }

    /// <summary>True when no column says anything about the company.</summary>
    public bool IsEmpty => _key.IsAbsent && _name.IsAbsent && _number.IsAbsent && _email.IsAbsent && _domains.Length == 0;

    public string Key(int row) => CrmKey.Normal(_key.Text(row));

    public CompanyName? Name(int row)
    {
        var text = _name.Text(row);
        if (text.Length == 0 || ResidentNumber.IsLikely(text))
        {
            return null;
        }

        if (!_names.TryGetValue(text, out var name))
        {
            _names[text] = name = CompanyName.Read(text);
        }

        return name.Core.Length == 0 ? null : name;
    }

    public Domain? Host(int row)
    {
        foreach (var cells in _domains)
        {
            if (Host(cells.Text(row)) is { IsFreeMail: false } domain)
            {
                return domain;
            }
        }

        return Host(_email.Text(row));
    }

    public string Email(int row) => _email.Text(row).ToLowerInvariant();

    public string? Number(int row)
    {
        var text = _number.Text(row);
        if (text.Length == 0)
        {
            return null;
        }

        if (!_numbers.TryGetValue(text, out var number))
        {
            if (BusinessNumber.Read(text).TryGet(out var read, out var reasons))
            {
                number = read.Digits;
                Padded += read.WasPadded ? 1 : 0;
            }
            else
            {
                Refused[reasons[0].Code] = Refused.GetValueOrDefault(reasons[0].Code) + 1;
            }

            _numbers[text] = number;
        }

        return number;
    }

    private Domain? Host(string text)
    {
        if (text.Length == 0)
        {
            return null;
        }

        if (!_hosts.TryGetValue(text, out var domain))
        {
            _hosts[text] = domain = Domain.Read(text);
        }

        return domain;
    }

    private static Cells Of(SourceTable source, TableMapping mapping, ColumnRole role) =>
        new(mapping.Find(role) is { } name ? source.Table.Find(name) : null);
}
