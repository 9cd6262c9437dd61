using System.Text;

namespace Kindred.Reports;

/// <summary>Writes HTML that is well-formed XML too: every element closed, every attribute quoted and escaped.</summary>
internal sealed class HtmlWriter
{
    private readonly StringBuilder _html = new();
    private readonly Stack<string> _open = new();

    /// <summary>Opens an element. Attributes without a value are left out.</summary>
    public HtmlWriter Open(string name, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Start(name, attributes);
        _html.Append('>');
        _open.Push(name);
        return this;
    }

    /// <summary>Closes the innermost element.</summary>
    public HtmlWriter Close()
    {
        _html.Append("</").Append(_open.Pop()).Append('>');
        return this;
    }

    /// <summary>An element without content.</summary>
    public HtmlWriter Void(string name, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Start(name, attributes);
        _html.Append("/>");
        return this;
    }

    /// <summary>An element that holds one text.</summary>
    public HtmlWriter Element(string name, string text, params ReadOnlySpan<(string Name, string? Value)> attributes) => Open(name, attributes).Text(text).Close();

    public HtmlWriter Text(string text)
    {
        _html.Append(Escaping.Text(text));
        return this;
    }

    public HtmlWriter Add(Markup markup)
    {
        _html.Append(markup.Html);
        return this;
    }

    /// <exception cref="InvalidOperationException">An element is still open.</exception>
    public Markup ToMarkup() => _open.Count == 0 ? new Markup(_html.ToString()) : throw new InvalidOperationException($"<{_open.Peek()}> is still open.");

    private void Start(string name, ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        _html.Append('<').Append(name);
        foreach (var (attribute, value) in attributes)
        {
            if (value is not null)
            {
                _html.Append(' ').Append(attribute).Append("=\"").Append(Escaping.Text(value)).Append('"');
            }
        }
    }
}
