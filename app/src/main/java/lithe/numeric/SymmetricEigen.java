// SPDX-License-Identifier: Apache-2.0
package lithe.numeric;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;

/// Eigenvalues and eigenvectors of a small dense symmetric matrix, A = Q diag(λ) Qᵀ.
///
/// @param values eigenvalues λ; length n
/// @param vectors eigenvector i in row i; n by n
public record SymmetricEigen(double[] values, double[][] vectors) {

    /// Decomposes a matrix.
    ///
    /// @param a symmetric, n by n; left as it is
    /// @return its eigenvalues and orthonormal eigenvectors
    /// @throws IllegalArgumentException when the decomposition fails, as for values that are not numbers
    public static SymmetricEigen of(double[][] a) {
        int n = a.length;
        var eigen = DecompositionFactory_DDRM.eig(n, true, true);
        if (!eigen.decompose(new DMatrixRMaj(a))) {
            throw new IllegalArgumentException("a symmetric matrix of %d rows has no eigenvalues to be found".formatted(n));
        }
        double[] values = new double[n];
        double[][] vectors = new double[n][];
        for (int i = 0; i < n; i++) {
            values[i] = eigen.getEigenvalue(i).getReal();
            vectors[i] = eigen.getEigenVector(i).getData().clone();
        }
        return new SymmetricEigen(values, vectors);
    }
}
