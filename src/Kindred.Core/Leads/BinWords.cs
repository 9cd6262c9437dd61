using Kindred.Core.Basics;
using Kindred.Core.Scorecards;

namespace Kindred.Core.Leads;

/// <summary>Every bin of a card in words, made once: a receipt names dozens of them.</summary>
internal sealed class BinWords(Scorecard card)
{
    private readonly Wording[][] _words = [.. card.Attributes.Select(attribute => attribute.Bins.Select(bin => CardWords.Value(attribute, bin)).ToArray())];
    private readonly Wording[] _lines = [.. card.Lines.Select(line => CardWords.Together(card, line))];

    internal Wording Of(int attribute, int bin) => _words[attribute][bin];

    internal Wording OfLine(int line) => _lines[line];
}
