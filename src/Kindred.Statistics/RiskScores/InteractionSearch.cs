namespace Kindred.Statistics.RiskScores;

/// <summary>
/// The pair of bin ranges on which an additive model errs most: score test (Σ(y−p))² / Σp(1−p) (Rao 1948), exhaustively over all ranges of all pairs of attributes
/// by two-dimensional prefix sums. O(rows · pairs + Σ bins⁴/4).
/// </summary>
internal static class InteractionSearch
{
    /// <summary>The strongest line, or null when none covers enough rows.</summary>
    /// <param name="codes">Per attribute the bin of each row.</param>
    /// <param name="binnings">Per attribute its bins.</param>
    /// <param name="mayJoin">Per attribute whether its bins may be part of a line.</param>
    /// <param name="residual">Per row y − p.</param>
    /// <param name="weight">Per row p(1 − p).</param>
    /// <param name="smallest">Fewest rows covered.</param>
    /// <param name="taken">Lines already in the model.</param>
    public static ScoreLine? Strongest(byte[][] codes, CellBinning[] binnings, bool[] mayJoin, double[] residual, double[] weight, double smallest, IReadOnlyList<ScoreLine> taken)
    {
        ScoreLine? best = null;
        for (var a = 0; a < codes.Length; a++)
        {
            for (var b = a + 1; b < codes.Length; b++)
            {
                int rows = binnings[a].ValueBins, columns = binnings[b].ValueBins;
                if (rows < 2 || columns < 2 || !mayJoin[a] || !mayJoin[b])
                {
                    continue;
                }

                var grid = Prefix(codes[a], codes[b], binnings[a].Count, binnings[b].Count, residual, weight);
                best = InGrid(grid, binnings[b].Count + 1, a, b, rows, columns, smallest, taken, best);
            }
        }

        return best;
    }

    /// <summary>Rows of a line, as a two-code field.</summary>
    public static byte[] Cover(byte[][] codes, ScoreLine line)
    {
        byte[] first = codes[line.First.Attribute], second = codes[line.Second.Attribute];
        var cover = new byte[first.Length];
        for (var row = 0; row < cover.Length; row++)
        {
            cover[row] = first[row] >= line.First.From && first[row] <= line.First.To && second[row] >= line.Second.From && second[row] <= line.Second.To ? (byte)1 : (byte)0;
        }

        return cover;
    }

    private static ScoreLine? InGrid(Cell[] grid, int width, int a, int b, int rows, int columns, double smallest, IReadOnlyList<ScoreLine> taken, ScoreLine? best)
    {
        for (var top = 0; top < rows; top++)
        {
            for (var bottom = top + 1; bottom <= rows; bottom++)
            {
                if (bottom - top == rows)
                {
                    continue;
                }

                for (var left = 0; left < columns; left++)
                {
                    for (var right = left + 1; right <= columns; right++)
                    {
                        if (right - left == columns)
                        {
                            continue;
                        }

                        var cell = grid[bottom * width + right] - grid[top * width + right] - grid[bottom * width + left] + grid[top * width + left];
                        if (cell.Rows < smallest || cell.Weight <= 0)
                        {
                            continue;
                        }

                        var chi = cell.Residual * cell.Residual / cell.Weight;
                        if (best is null || chi > best.ChiSquared)
                        {
                            var line = new ScoreLine(new BinRange(a, top, bottom - 1), new BinRange(b, left, right - 1), chi, cell.Residual > 0);
                            best = taken.Any(other => other.First == line.First && other.Second == line.Second) ? best : line;
                        }
                    }
                }
            }
        }

        return best;
    }

    private static Cell[] Prefix(byte[] first, byte[] second, int firstCount, int secondCount, double[] residual, double[] weight)
    {
        var width = secondCount + 1;
        var grid = new Cell[(firstCount + 1) * width];
        for (var row = 0; row < first.Length; row++)
        {
            ref var cell = ref grid[(first[row] + 1) * width + second[row] + 1];
            cell = new Cell(cell.Rows + 1, cell.Residual + residual[row], cell.Weight + weight[row]);
        }

        for (var i = 1; i <= firstCount; i++)
        {
            for (var j = 1; j < width; j++)
            {
                grid[i * width + j] = grid[i * width + j] + grid[(i - 1) * width + j] + grid[i * width + j - 1] - grid[(i - 1) * width + j - 1];
            }
        }

        return grid;
    }

    private readonly record struct Cell(double Rows, double Residual, double Weight)
    {
        public static Cell operator +(Cell left, Cell right) => new(left.Rows + right.Rows, left.Residual + right.Residual, left.Weight + right.Weight);

        public static Cell operator -(Cell left, Cell right) => new(left.Rows - right.Rows, left.Residual - right.Residual, left.Weight - right.Weight);
    }
}
