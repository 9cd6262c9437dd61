namespace Kindred.Statistics.Regression;

/// <summary>
/// Ridge logistic regression on fields of codes: a coefficient for every code of every field and an intercept that is not penalised.
/// Minimises −log-likelihood + λ/2 · Σ (β − prior)² by Newton's method with halved steps (le Cessie and van Houwelingen 1992).
/// O(rows · fields² + coefficients³) an iteration. Witness: scikit-learn's <c>LogisticRegression</c> (λ = 1/C).
/// </summary>
public sealed class CodedLogistic
{
    private readonly byte[][] _codes;
    private readonly int[] _start;
    private readonly byte[] _positive;

    /// <summary>Prepares a design.</summary>
    /// <param name="codes">Per field the code of each row.</param>
    /// <param name="counts">Per field the number of codes.</param>
    /// <param name="positive">Per row 1 or 0.</param>
    public CodedLogistic(byte[][] codes, int[] counts, byte[] positive)
    {
        ArgumentNullException.ThrowIfNull(codes);
        ArgumentNullException.ThrowIfNull(counts);
        ArgumentNullException.ThrowIfNull(positive);
        if (codes.Length != counts.Length || codes.Any(field => field.Length != positive.Length))
        {
            throw new ArgumentException("One count a field, one code a row.", nameof(codes));
        }

        _codes = codes;
        _positive = positive;
        _start = new int[counts.Length + 1];
        for (var field = 0; field < counts.Length; field++)
        {
            _start[field + 1] = _start[field] + counts[field];
        }
    }

    /// <summary>Coefficients without the intercept.</summary>
    public int Size => _start[^1];

    /// <summary>Index of a field's first coefficient; one entry more than fields.</summary>
    public ReadOnlySpan<int> Start => _start;

    /// <summary>Fits.</summary>
    /// <param name="ridge">λ ≥ 0; 0 is raised to 1e-6, for the codes of a field add up to the intercept.</param>
    /// <param name="prior">Coefficients shrunk toward; null: 0.</param>
    /// <param name="from">Where to start; null: the prior and the base rate.</param>
    /// <param name="iterations">Most Newton steps.</param>
    public LogisticFit Fit(double ridge, double[]? prior = null, LogisticFit? from = null, int iterations = 25)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(ridge);
        ridge = Math.Max(ridge, 1e-6);
        var size = Size;
        var beta = (from?.Coefficients ?? prior ?? new double[size]).ToArray();
        var intercept = from?.Intercept ?? Logit((_positive.Sum(value => value) + 0.5) / (_positive.Length + 1.0));
        var gradient = new double[size + 1];
        var hessian = new double[(size + 1) * (size + 1)];
        var loss = Accumulate(beta, intercept, ridge, prior, gradient, hessian);
        for (var step = 0; step < iterations; step++)
        {
            var factor = CholeskyFactor.Of(hessian, size + 1) ?? throw new InvalidOperationException("The penalised information is not positive definite.");
            var move = factor.Solve(gradient);
            var decrement = 0.0;
            for (var i = 0; i <= size; i++)
            {
                decrement += move[i] * gradient[i];
            }

            if (decrement < 1e-12 * (1 + Math.Abs(loss)))
            {
                break;
            }

            for (var share = 1.0; ; share /= 2)
            {
                var tried = new double[size];
                for (var i = 0; i < size; i++)
                {
                    tried[i] = beta[i] - share * move[i];
                }

                var triedIntercept = intercept - share * move[size];
                var triedLoss = Accumulate(tried, triedIntercept, ridge, prior, gradient, hessian);
                if (triedLoss <= loss || share < 1e-4)
                {
                    (beta, intercept) = (tried, triedIntercept);
                    var gain = loss - triedLoss;
                    loss = triedLoss;
                    step = gain < 1e-12 * (1 + Math.Abs(loss)) ? iterations : step;
                    break;
                }
            }
        }

        return new LogisticFit(intercept, beta, loss, hessian);
    }

    /// <summary>Log-odds of each row.</summary>
    public double[] LogOdds(LogisticFit fit)
    {
        ArgumentNullException.ThrowIfNull(fit);
        var odds = new double[_positive.Length];
        Array.Fill(odds, fit.Intercept);
        for (var field = 0; field < _codes.Length; field++)
        {
            var codes = _codes[field];
            var beta = fit.Coefficients.AsSpan(_start[field], _start[field + 1] - _start[field]);
            for (var row = 0; row < odds.Length; row++)
            {
                odds[row] += beta[codes[row]];
            }
        }

        return odds;
    }

    /// <summary>Logistic function.</summary>
    public static double Sigmoid(double logOdds) => 1 / (1 + Math.Exp(-logOdds));

    /// <summary>Its inverse.</summary>
    public static double Logit(double probability) => Math.Log(probability / (1 - probability));

    /// <summary>−ln of the probability of what happened, without overflow.</summary>
    public static double Loss(double logOdds, bool isPositive)
    {
        var against = isPositive ? -logOdds : logOdds;
        return against > 0 ? against + Math.Log(1 + Math.Exp(-against)) : Math.Log(1 + Math.Exp(against));
    }

    // Loss, gradient and (lower) Hessian at a point, in row order: the same sums every time.
    private double Accumulate(double[] beta, double intercept, double ridge, double[]? prior, double[] gradient, double[] hessian)
    {
        int fields = _codes.Length, size = Size, width = size + 1;
        Array.Clear(gradient);
        Array.Clear(hessian);
        Span<int> at = stackalloc int[fields];
        double loss = 0, baseGradient = 0, baseWeight = 0;
        for (var row = 0; row < _positive.Length; row++)
        {
            var odds = intercept;
            for (var field = 0; field < fields; field++)
            {
                var index = _start[field] + _codes[field][row];
                at[field] = index;
                odds += beta[index];
            }

            var p = Sigmoid(odds);
            var residual = p - _positive[row];
            var weight = p * (1 - p);
            loss += Loss(odds, _positive[row] == 1);
            baseGradient += residual;
            baseWeight += weight;
            for (var field = 0; field < fields; field++)
            {
                var line = at[field] * width;
                gradient[at[field]] += residual;
                for (var other = 0; other <= field; other++)
                {
                    hessian[line + at[other]] += weight;
                }
            }
        }

        gradient[size] = baseGradient;
        for (var i = 0; i < size; i++)
        {
            // A row's weight stands on the diagonal of its code: the intercept's line is the diagonal.
            hessian[size * width + i] = hessian[i * width + i];
            var off = beta[i] - (prior?[i] ?? 0);
            loss += ridge / 2 * off * off;
            gradient[i] += ridge * off;
        }

        for (var i = 0; i < size; i++)
        {
            hessian[i * width + i] += ridge;
        }

        hessian[size * width + size] = baseWeight;
        return loss;
    }
}
