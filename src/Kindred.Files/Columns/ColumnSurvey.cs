using System.Runtime.InteropServices;

namespace Kindred.Files.Columns;

/// <summary>Profiles a column at constant memory: distinct cells with counts as long as they are few, then cell by cell.</summary>
internal sealed class ColumnSurvey(long expectedRows)
{
    private const long MostBytes = 4 << 20;
    private readonly ColumnProfile _profile = new();
    private WordTable? _words = new();
    private long[] _counts = new long[64];
    private long _rows;
    private bool _isText;

    internal bool IsOverflown => _words is null;

    internal long DistinctKnown { get; private set; } = long.MaxValue;

    internal void Add(ref readonly byte start, int length)
    {
        _rows++;
        if (_words is null)
        {
            _profile.Add(MemoryMarshal.CreateReadOnlySpan(in start, length), 1, _isText);
            _isText = _isText || ((_rows & 1023) == 0 && _profile.IsSurelyText(expectedRows));

            return;
        }

        var code = _words.Code(in start, length);
        if (code >= _counts.Length)
        {
            Array.Resize(ref _counts, _counts.Length * 2);
        }

        _counts[code]++;
        if (code >= ColumnCells.ManyWords || _words.Bytes > MostBytes)
        {
            Spill();
        }
    }

    internal ColumnFacts Facts(string name)
    {
        var words = _words is null ? null : ColumnFindings.WordsOf(_words, _counts[.._words.Count]);
        if (_words is not null)
        {
            AddWords();
        }

        return new ColumnFacts(name, _profile, words);
    }

    private void Spill()
    {
        AddWords();
        DistinctKnown = _words!.Count - 1;
        _words = null;
        _counts = [];
    }

    private void AddWords()
    {
        for (var code = 0; code < _words!.Count; code++)
        {
            if (_counts[code] > 0)
            {
                _profile.Add(_words[code], _counts[code]);
            }
        }
    }
}
